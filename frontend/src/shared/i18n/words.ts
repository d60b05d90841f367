import type { Locale } from '@qafila/contract';
import type { Words } from './catalogue.ts';

/** What the door, the shell and the live map say, and what the other screens say besides. */
type Part = 'first' | 'rest';

const CATALOGUES: Readonly<Record<Locale, Record<Part, () => Promise<{ words: Words }>>>> = {
  ar: { first: () => import('./catalogue.ar.ts'), rest: () => import('./catalogue.ar.rest.ts') },
  en: { first: () => import('./catalogue.en.ts'), rest: () => import('./catalogue.en.rest.ts') },
};

/** Parts that a screen has asked for: another language comes with all of them. */
const wanted = new Set<Part>(['first']);
const fetched = new Map<string, Words>();

export function wantAllWords(): void {
  wanted.add('rest');
}

/** All that is wanted of a language, once it is here. */
export function wordsOf(language: Locale): Words | undefined {
  const parts = [...wanted].map((part) => fetched.get(language + part));
  return parts.every((words) => words !== undefined) ? Object.assign({}, ...parts) : undefined;
}

export async function fetchWords(language: Locale): Promise<void> {
  for (const part of wanted) {
    const { words } = await CATALOGUES[language][part]();
    fetched.set(language + part, words);
  }
}
