import { Locale } from '@qafila/contract';
import { create } from 'zustand';

export type Language = Locale;
export type Digits = 'latin' | 'arabic';

type Preferences = {
  readonly language: Language;
  /** Whether the reader chose the language on this device, rather than took what it came with. */
  readonly languageChosen: boolean;
  readonly digits: Digits;
  readonly setLanguage: (language: Language) => void;
  readonly setDigits: (digits: Digits) => void;
};

const LANGUAGE_KEY = 'qafila.language';
const DIGITS_KEY = 'qafila.digits';

/** Language and digits of this device; remembered where the browser lets us. */
export const usePreferences = create<Preferences>()((set) => {
  const language = Locale.safeParse(recall(LANGUAGE_KEY));
  return {
    language: language.data ?? 'ar',
    languageChosen: language.success,
    digits: recall(DIGITS_KEY) === 'arabic' ? 'arabic' : 'latin',
    setLanguage: (chosen) => {
      remember(LANGUAGE_KEY, chosen);
      set({ language: chosen, languageChosen: true });
    },
    setDigits: (chosen) => {
      remember(DIGITS_KEY, chosen);
      set({ digits: chosen });
    },
  };
});

export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

function recall(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}
