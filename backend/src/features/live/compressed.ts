import { gzipSync } from 'node:zlib';

const ROOMS_KEPT = 100;
/** Digits compress little better with more work. */
const LEVEL = 1;

/** Compresses what a room's snapshot says once for all who ask before it changes: many ask at once after a cut. */
export function createCompressed(): (room: string, json: string) => Buffer {
  const kept = new Map<string, { json: string; bytes: Buffer }>();
  return (room, json) => {
    const known = kept.get(room);
    if (known?.json === json) return known.bytes;
    if (kept.size >= ROOMS_KEPT) kept.clear();
    const bytes = gzipSync(json, { level: LEVEL });
    kept.set(room, { json, bytes });
    return bytes;
  };
}
