const UTF_16 = { le: [0xff, 0xfe], be: [0xfe, 0xff] } as const;

/** A file's text: UTF-8 where it is that, UTF-16 where it says so, else what Arabic Windows writes. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  const begins = ([first, second]: readonly [number, number]) => bytes[0] === first && bytes[1] === second;
  if (begins(UTF_16.le)) return 'utf-16le';
  if (begins(UTF_16.be)) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1256';
  }
}
