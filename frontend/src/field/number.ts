import { toLatinDigits } from '@qafila/contract';

/** A number as people type it, in either digits and with either point; undefined where it is none, null for nothing. */
export function parseNumber(text: string): number | null | undefined {
  const plain = toLatinDigits(text)
    .replace(/[\s٬,]/g, '')
    .replace('٫', '.');
  if (plain === '') return null;
  return /^[-−]?\d{1,10}(\.\d{1,6})?$/.test(plain) ? Number(plain.replace('−', '-')) : undefined;
}
