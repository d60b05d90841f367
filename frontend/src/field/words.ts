import type { Preferences } from '../phone/preferences.ts';
import { speechFrom } from '../phone/speech.ts';
import ar from './words.ar.json' with { type: 'json' };
import en from './words.en.json' with { type: 'json' };

export type Speech = ReturnType<typeof speechIn>;

/** Words, numbers and times as the visitor reads them. */
export function speechIn(preferences: Preferences) {
  const { language } = preferences;
  return {
    ...speechFrom({ ar, en }, preferences),
    inLanguage: (textAr: string, textEn: string) => (language === 'ar' ? textAr : textEn),
    /** Why the server did not take something, as far as there are words for it. */
    reason: (code: string) => {
      const words: Readonly<Record<string, string>> = language === 'ar' ? ar : en;
      return words[`refusal.${code}`] ?? words['refusal.other'] ?? '';
    },
  };
}
