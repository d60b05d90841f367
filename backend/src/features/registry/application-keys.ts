import { createHash, randomInt } from 'node:crypto';

/** Without letters that are taken for digits. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Five bits each. */
const LENGTH = 20;
const GROUP = /.{4}(?=.)/g;

/** A secret that a person can copy from paper, such as K7QM-3XTD-9PWR-2HVN-5C8G. */
export function makeSecret(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length)));
  return signs.join('').replace(GROUP, '$&-');
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret.replaceAll('-', '')).digest();
}
