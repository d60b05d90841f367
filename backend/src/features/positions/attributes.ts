const MAX_KEYS = 64;
const MAX_BYTES = 4_096;

/** Escapes that JSON may hold and the database may not: NUL and halves of surrogate pairs. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/**
 * What else a tracker says, as JSON text that the database can store; null when that is nothing. Keys beyond the
 * bounds, and values that cannot be stored, are left out.
 */
export function boundedAttributes(entries: Iterable<readonly [string, unknown]>): string | null {
  let text = '';
  let bytes = 2;
  let count = 0;
  for (const [key, value] of entries) {
    if (count === MAX_KEYS) break;
    const member = memberOf(key, value);
    if (member === undefined) continue;
    const size = Buffer.byteLength(member) + 1;
    if (bytes + size > MAX_BYTES) continue;
    text += count === 0 ? member : `,${member}`;
    bytes += size;
    count++;
  }
  return count === 0 ? null : `{${text}}`;
}

function memberOf(key: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const member = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
  return UNSTORABLE.test(member) ? undefined : member;
}
