import type { Locale } from '@qafila/contract';
import type { Preferences } from './preferences.ts';

type Catalogue = Readonly<Record<string, string>>;
type CountedIn<Key> = Key extends `${infer Base}_other` ? Base : never;
export type Values = Readonly<Record<string, string | number>>;

const ARABIC_INDIC = '٠١٢٣٤٥٦٧٨٩';
const ZONE = 'Asia/Damascus';

/** A page's words in both languages, with numbers and times as its reader wants them. */
export function speechFrom<Ar extends Catalogue, En extends Catalogue>(
  words: { readonly ar: Ar; readonly en: En },
  { language, digits }: Preferences,
) {
  type Key = keyof Ar & keyof En & string;
  const catalogue: Catalogue = (words as Readonly<Record<Locale, Catalogue>>)[language];
  const plurals = new Intl.PluralRules(language);
  const inDigits = (text: string) =>
    digits === 'latin' ? text : text.replace(/\d/g, (digit) => ARABIC_INDIC[Number(digit)] ?? digit);
  const fill = (key: string, values: Values) =>
    (catalogue[key] ?? '').replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
  const number = (value: number, decimals = 0) =>
    inDigits(new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals }).format(value));
  const time = (at: string) => inDigits(clock.format(new Date(at)));
  const dayAndMonth = new Intl.DateTimeFormat(language === 'ar' ? 'ar-SY-u-nu-latn' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: ZONE,
  });
  const date = (at: string) => inDigits(dayAndMonth.format(new Date(at)));
  return {
    say: (key: Key, values: Values = {}) => fill(key, values),
    number,
    count: (key: CountedIn<Key>, count: number, values: Values = {}) =>
      fill(`${key}_${plurals.select(count)}`, { ...values, count: number(count) }),
    name: ({ nameAr, nameEn }: { nameAr: string; nameEn: string }) => (language === 'ar' ? nameAr : nameEn),
    /** 20 October; a day without a time is the same everywhere. */
    date,
    /** 14:02 today, with the day otherwise. */
    when: (at: string, now = new Date()) =>
      dayOf(at) === dayOf(now) ? time(at) : fill('moment.other', { date: date(at), time: time(at) }),
    percent: (percent: number) => `\u2066${number(percent)}${digits === 'latin' ? '%' : '٪'}\u2069`,
  };
}

/** The day in Damascus, `YYYY-MM-DD`. */
export const dayOf = (at: string | number | Date): string => day.format(new Date(at));

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: ZONE,
});
const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: ZONE });
