import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { formatNumber } from '../format/digits.ts';
import { COMMON, catalogues } from './catalogues.ts';
import { directionOf, usePreferences } from './preferences.ts';

/** Numbers reach a sentence grouped and in the reader's digits; text reaches it as it is (React escapes). */
function toText(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value) : String(value ?? '');
}

export const i18n: I18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: usePreferences.getState().language,
  fallbackLng: false,
  resources: catalogues,
  ns: Object.keys(catalogues.ar),
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
  void i18n.changeLanguage(language);
}

applyPreferences();
usePreferences.subscribe(applyPreferences);
