import type { Preferences } from '../phone/preferences.ts';
import { speechFrom } from '../phone/speech.ts';
import ar from './words.ar.json' with { type: 'json' };
import en from './words.en.json' with { type: 'json' };

export type Speech = ReturnType<typeof speechIn>;

/** Words, numbers and times as the driver reads them. */
export function speechIn(preferences: Preferences) {
  const speech = speechFrom({ ar, en }, preferences);
  const { number, say } = speech;
  return {
    ...speech,
    kilograms: (kilograms: number) => say('measure.kg', { value: number(kilograms) }),
    distance: (metres: number) =>
      metres < 1_000
        ? say('measure.m', { value: number(metres) })
        : say('measure.km', { value: number(metres / 1000, metres < 10_000 ? 1 : 0) }),
    duration: (minutes: number) => {
      const hours = Math.floor(minutes / 60);
      const rest = say('measure.minutes', { value: number(minutes % 60) });
      return hours === 0 ? rest : `${say('measure.hours', { value: number(hours) })} ${rest}`;
    },
  };
}
