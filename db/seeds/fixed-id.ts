import { createHash } from 'node:crypto';

/** The same uuid for the same kind and code in every installation, so that data can be carried from one to another. */
export function fixedId(kind: string, code: string): string {
  const bytes = createHash('sha256').update(`qafila/${kind}/${code}`).digest().subarray(0, 16);
  // RFC 9562: version 8 (made by our own rule), variant 10.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
