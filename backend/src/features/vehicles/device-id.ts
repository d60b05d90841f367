import { createHash, randomInt } from 'node:crypto';

/** No 0 and o, no 1, i and l: people type these ids into phones. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
/** 16 of 31 characters: 79 random bits. */
const LENGTH = 16;

export function makeDeviceId(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** What is stored of a device id: enough to know it again, not enough to use it. */
export function hashDeviceId(deviceId: string): Buffer {
  return createHash('sha256').update(deviceId).digest();
}
