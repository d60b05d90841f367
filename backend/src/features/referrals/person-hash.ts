import { createHmac } from 'node:crypto';

/**
 * Eleven digits can be tried through, so a plain hash would hide nothing: this one takes the server's key, which the
 * database does not hold.
 */
export function personHash(key: string, nationalId: string): Buffer {
  return createHmac('sha256', key).update(`national-id\n${nationalId}`).digest();
}

/** Tells one key from another, and nothing of either. */
export function keyFingerprint(key: string): Buffer {
  return createHmac('sha256', key).update('fingerprint\n').digest();
}

const TAIL_DIGITS = 3;

/** What a paper at the counter is checked against. */
export function tailOf(nationalId: string): string {
  return nationalId.slice(-TAIL_DIGITS);
}
