import { toLatinDigits } from '../format/index.ts';

/** What readers do not tell apart when they search: marks, the forms of alif, ta marbuta, alif maqsura, case. */
function fold(text: string): string {
  return toLatinDigits(text.normalize('NFKD'))
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .toLowerCase();
}

/** Whether every word of the search is in one of the texts. An empty search finds everything. */
export function isFound(search: string, texts: readonly (string | number | null)[]): boolean {
  const folded = fold(texts.join(' '));
  return fold(search)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
