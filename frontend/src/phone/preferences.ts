import type { Locale } from '@qafila/contract';

export type Digits = 'latin' | 'arabic';
export type Preferences = { readonly language: Locale; readonly digits: Digits };

/** The names under which the rest of the product keeps them on this device. */
const LANGUAGE_KEY = 'qafila.language';
const DIGITS_KEY = 'qafila.digits';

export function recallPreferences(): Preferences {
  return {
    language: recall(LANGUAGE_KEY) === 'en' ? 'en' : 'ar',
    digits: recall(DIGITS_KEY) === 'arabic' ? 'arabic' : 'latin',
  };
}

export function rememberPreferences({ language, digits }: Preferences): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
    localStorage.setItem(DIGITS_KEY, digits);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
