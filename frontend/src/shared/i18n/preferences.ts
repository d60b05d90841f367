import { Locale } from '@qafila/contract';
import { create } from 'zustand';
import { fetchWords, wordsOf } from './words.ts';

export type Language = Locale;
export type Digits = 'latin' | 'arabic';

type Preferences = {
  readonly language: Language;
  /** Whether the reader chose the language on this device, rather than took what it came with. */
  readonly languageChosen: boolean;
  readonly digits: Digits;
  /** Remembered at once, spoken as soon as its words are here; while they cannot be fetched, nothing changes. */
  readonly setLanguage: (language: Language) => void;
  readonly setDigits: (digits: Digits) => void;
};

const LANGUAGE_KEY = 'qafila.language';
const DIGITS_KEY = 'qafila.digits';

/** Language and digits of this device; remembered where the browser lets us. */
export const usePreferences = create<Preferences>()((set) => {
  const language = Locale.safeParse(recall(LANGUAGE_KEY));
  let wanted: Language | undefined;
  const speak = (chosen: Language) => {
    if (chosen === wanted) set({ language: chosen, languageChosen: true });
  };
  return {
    language: language.data ?? 'ar',
    languageChosen: language.success,
    digits: recall(DIGITS_KEY) === 'arabic' ? 'arabic' : 'latin',
    setLanguage: (chosen) => {
      remember(LANGUAGE_KEY, chosen);
      wanted = chosen;
      if (wordsOf(chosen)) speak(chosen);
      else
        fetchWords(chosen)
          .then(() => speak(chosen))
          .catch(() => undefined);
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
