import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { formatNumber } from '../format/digits.ts';
import { COMMON } from './catalogue.ts';
import { directionOf, usePreferences } from './preferences.ts';
import { fetchWords, wantAllWords, wordsOf } from './words.ts';

/** Numbers reach a sentence grouped and in the reader's digits; text reaches it as it is (React escapes). */
function toText(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value) : String(value ?? '');
}

export const i18n: I18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: usePreferences.getState().language,
  fallbackLng: false,
  resources: {},
  ns: COMMON,
  defaultNS: COMMON,
  fallbackNS: COMMON,
  initAsync: false,
  returnNull: false,
  interpolation: { escapeValue: true, escape: toText, useRawValueToEscape: true },
  react: { useSuspense: false },
});

/** `t` renders anew on either choice; the page's language and direction follow. */
function applyPreferences(): void {
  const { language } = usePreferences.getState();
  if (typeof document !== 'undefined') {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }
  for (const [namespace, words] of Object.entries(wordsOf(language) ?? {}))
    i18n.addResourceBundle(language, namespace, words);
  void i18n.changeLanguage(language);
}

usePreferences.subscribe(applyPreferences);

/** Fetches the words that the first screen needs in this device's language; nothing is shown before. */
export async function findWords(): Promise<void> {
  await fetchWords(usePreferences.getState().language);
  applyPreferences();
}

/** Fetches the words of all other screens too, now and in whatever language is chosen later. */
export function findAllWords(): Promise<void> {
  wantAllWords();
  return findWords();
}
