import { Refusal } from './refusal.ts';

const MAX_DEPTH = 32;

type Container = { keys: Set<string> | undefined };

/**
 * Reads JSON that two readers cannot read differently: no key twice in an object, none that touches prototypes,
 * and not nested deeper than any honest request.
 * @throws {Refusal} `malformed_json`
 */
export function parseJson(text: string): unknown {
  refuseDepth(text);
  const value = parse(text);
  refuseKeys(text);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('malformed_json');
  }
}

function refuseDepth(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > MAX_DEPTH) throw new Refusal('malformed_json', `nested deeper than ${MAX_DEPTH} levels`);
  }
}

/** Walks over text that is known to be JSON. */
function refuseKeys(text: string): void {
  const open: Container[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') open.push({ keys: new Set() });
    else if (character === '[') open.push({ keys: undefined });
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') at = readString(text, at, open.at(-1)?.keys);
  }
}

/** Where the string that begins at `start` ends; inside an object, one that a colon follows is a key. */
function readString(text: string, start: number, keys: Set<string> | undefined): number {
  const end = endOfString(text, start);
  if (!keys || !isColonNext(text, end + 1)) return end;
  const key = unescaped(text.slice(start + 1, end));
  if (key === '__proto__') throw new Refusal('malformed_json', 'a key that is not taken');
  if (keys.has(key)) throw new Refusal('malformed_json', 'the same key twice in one object');
  keys.add(key);
  return end;
}

/** A parser is only worth its time where something is escaped. */
function unescaped(written: string): string {
  return written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function isColonNext(text: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? ':')) at++;
  return text[at] === ':';
}
