import type { Locale } from '@qafila/contract';
import type { Words } from './catalogue.ts';

const CATALOGUES: Readonly<Record<Locale, () => Promise<{ words: Words }>>> = {
  ar: () => import('./catalogue.ar.ts'),
  en: () => import('./catalogue.en.ts'),
};

const fetched = new Map<Locale, Words>();

export async function fetchWords(language: Locale): Promise<void> {
  const { words } = await CATALOGUES[language]();
  fetched.set(language, words);
}

/** The words of a language that was fetched. */
export function wordsOf(language: Locale): Words | undefined {
  return fetched.get(language);
}
