import type { Locale } from '@qafila/contract';
import type { Preferences } from './preferences.ts';
import ar from './words.ar.json' with { type: 'json' };
import en from './words.en.json' with { type: 'json' };

type Key = keyof typeof en & keyof typeof ar;
type Counted = Key extends infer Each ? (Each extends `${infer Base}_other` ? Base : never) : never;
type Values = Readonly<Record<string, string | number>>;

const WORDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { ar, en };
const ARABIC_INDIC = '٠١٢٣٤٥٦٧٨٩';
const ZONE = 'Asia/Damascus';

export type Speech = ReturnType<typeof speechIn>;

/** Words, numbers and times as the driver reads them. */
export function speechIn({ language, digits }: Preferences) {
  const plurals = new Intl.PluralRules(language);
  const inDigits = (text: string) =>
    digits === 'latin' ? text : text.replace(/\d/g, (digit) => ARABIC_INDIC[Number(digit)] ?? digit);
  const fill = (key: string, values: Values) =>
    (WORDS[language][key] ?? '').replace(/\{\{(\w+)\}\}/g, (_all, name: string) =>
      String(values[name] ?? ''),
    );
  const say = (key: Key, values: Values = {}) => fill(key, values);
  const number = (value: number, decimals = 0) =>
    inDigits(new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals }).format(value));
  const time = (at: string) => inDigits(clock.format(new Date(at)));
  const date = new Intl.DateTimeFormat(language === 'ar' ? 'ar-SY-u-nu-latn' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: ZONE,
  });
  return {
    say,
    number,
    count: (key: Counted, count: number) => fill(`${key}_${plurals.select(count)}`, { count: number(count) }),
    name: ({ nameAr, nameEn }: { nameAr: string; nameEn: string }) => (language === 'ar' ? nameAr : nameEn),
    /** 14:02 today, with the day otherwise. */
    when: (at: string, now = new Date()) =>
      day.format(new Date(at)) === day.format(now)
        ? time(at)
        : say('moment.other', { date: inDigits(date.format(new Date(at))), time: time(at) }),
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
    percent: (percent: number) => `\u2066${number(percent)}${digits === 'latin' ? '%' : '٪'}\u2069`,
  };
}

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: ZONE,
});
const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: ZONE });
