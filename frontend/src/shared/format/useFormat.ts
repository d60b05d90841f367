import { type Language, usePreferences } from '../i18n/preferences.ts';
import { amounts } from './amounts.ts';
import { inDigits } from './digits.ts';
import { moments } from './moments.ts';

type Named = { readonly nameAr: string; readonly nameEn: string };

/** Numbers within words are the reader's digits; a name that is a code alone, such as a plate, stays what is painted on it. */
function inWords(name: string): string {
  return /\p{Script=Arabic}/u.test(name) ? inDigits(name) : name;
}

const names: Record<Language, { name: (it: Named) => string; otherName: (it: Named) => string }> = {
  ar: { name: (it) => inWords(it.nameAr) || it.nameEn, otherName: (it) => it.nameEn },
  en: { name: (it) => it.nameEn || it.nameAr, otherName: (it) => it.nameAr },
};

const formats = { ar: { ...amounts, ...moments, ...names.ar }, en: { ...amounts, ...moments, ...names.en } };

export type Format = (typeof formats)['ar'];

/** Formats for the language and digits now chosen; for code outside components, and at the moment it runs. */
export function currentFormat(): Format {
  return formats[usePreferences.getState().language];
}

/** The same for components: renders anew when language or digits change. */
export function useFormat(): Format {
  const language = usePreferences((preferences) => preferences.language);
  usePreferences((preferences) => preferences.digits);
  return formats[language];
}
