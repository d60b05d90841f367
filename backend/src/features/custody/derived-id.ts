import { createHash } from 'node:crypto';

/**
 * The id of one part of a movement whose own id the client made: the same movement and key give the same uuid on
 * every attempt, so a repeated request repeats its ids.
 */
export function derivedId(movementId: string, key: string): string {
  const bytes = createHash('sha256').update(`${movementId.toLowerCase()}\n${key}`).digest().subarray(0, 16);
  // RFC 9562: version 8 (made by our own rule), variant 10.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
