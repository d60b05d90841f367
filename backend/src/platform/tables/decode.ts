const UTF16 = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * A text file as people's programs save it: UTF-8 with or without a mark, UTF-16 with one, else the code page that
 * Arabic Windows saves CSV in. Undefined when it is no text.
 */
export function decodeText(bytes: Buffer): string | undefined {
  const text = read(bytes);
  return text.includes('\u0000') ? undefined : text;
}

function read(bytes: Buffer): string {
  const utf16 = UTF16.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (utf16) return new TextDecoder(utf16.encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1256').decode(bytes);
  }
}
