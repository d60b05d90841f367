import { i18n } from '../i18n/i18n.ts';
import { usePreferences } from '../i18n/preferences.ts';
import { inDigits } from './digits.ts';

export const ZONE = 'Asia/Damascus';

export type Moment = string | number | Date;

/** The Syrian locale gives تشرين الأول rather than أكتوبر. */
const localeOf = () => (usePreferences.getState().language === 'ar' ? 'ar-SY-u-nu-latn' : 'en-GB');

const formats = new Map<string, Intl.DateTimeFormat>();

function format(value: Moment, options: Intl.DateTimeFormatOptions, locale = localeOf()): string {
  // A day without a time is the same day everywhere.
  const timeZone = typeof value === 'string' && value.length === 10 ? 'UTC' : ZONE;
  const key = `${locale}${timeZone}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, known);
  return inDigits(known.format(new Date(value)).replace(/[\u200e\u200f]/g, ''));
}

/** 2026-10-14, in Damascus. */
export function calendarDay(value: Moment): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(value));
}

const DAY_MS = 86_400_000;

/** Whole days from today to the day of `value`, in Damascus. */
function daysFrom(value: Moment, now: Date): number {
  return Math.round((Date.parse(calendarDay(value)) - Date.parse(calendarDay(now))) / DAY_MS);
}

export const moments = {
  /** 14:02 */
  time: (value: Moment) => format(value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB'),
  /** 14:02:18, for what is read from a wall. */
  timeWithSeconds: (value: Moment) =>
    format(value, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }, 'en-GB'),
  /** 14 تشرين الأول; with the year where it is not this one. */
  date: (value: Moment, now = new Date()) => {
    const sameYear = calendarDay(value).slice(0, 4) === calendarDay(now).slice(0, 4);
    return format(value, { day: 'numeric', month: 'long', ...(!sameYear && { year: 'numeric' }) });
  },
  /** 14 تشرين الأول 2026 */
  fullDate: (value: Moment) => format(value, { day: 'numeric', month: 'long', year: 'numeric' }),
  /** الأربعاء 14 تشرين الأول 2026 */
  longDate: (value: Moment) =>
    `${format(value, { weekday: 'long' })} ${format(value, { day: 'numeric', month: 'long', year: 'numeric' })}`,
  /** تشرين الأول 2026, of a day or a month `YYYY-MM`. */
  month: (value: string) => format(`${value.slice(0, 7)}-01`, { month: 'long', year: 'numeric' }),
  /** تشرين الأول, where the year is said elsewhere. */
  monthName: (value: string) => format(`${value.slice(0, 7)}-01`, { month: 'long' }),
  /** 14 تشرين الأول، 05:00 */
  dateTime: (value: Moment, now = new Date()) =>
    i18n.t('moment.dateTime', { date: moments.date(value, now), time: moments.time(value) }),
  /** 14 تشرين الأول 2026، 05:00 */
  fullDateTime: (value: Moment) =>
    i18n.t('moment.dateTime', { date: moments.fullDate(value), time: moments.time(value) }),
  /** أمس 13:52 · اليوم 14:02 · غداً 12:00 · 16 تشرين الأول، 08:00 */
  when: (value: Moment, now = new Date()) => {
    const near = NEAR_DAYS.get(daysFrom(value, now));
    return near ? i18n.t(near, { time: moments.time(value) }) : moments.dateTime(value, now);
  },
  /** قبل 3 د · بعد 2 سا · الآن */
  relative: (value: Moment, now = new Date()) => {
    const seconds = Math.round((now.getTime() - new Date(value).getTime()) / 1000);
    const count = Math.abs(seconds);
    if (count < 5) return i18n.t('moment.now');
    const span = spanOf(count);
    return i18n.t(seconds > 0 ? 'moment.ago' : 'moment.in', { span });
  },
  /** 42 د · 1 سا 20 د · 3 أيام */
  duration: (minutes: number) => {
    const whole = Math.round(Math.abs(minutes));
    const hours = Math.floor(whole / 60);
    if (hours === 0) return i18n.t('span.minutes', { value: whole });
    if (hours >= 48) return i18n.t('span.days', { count: Math.round(hours / 24) });
    const rest = whole % 60;
    return [
      i18n.t('span.hours', { value: hours }),
      ...(rest ? [i18n.t('span.minutes', { value: rest })] : []),
    ].join(' ');
  },
};

const NEAR_DAYS = new Map([
  [-1, 'moment.yesterday'],
  [0, 'moment.today'],
  [1, 'moment.tomorrow'],
]);

function spanOf(seconds: number): string {
  if (seconds < 60) return i18n.t('span.seconds', { value: seconds });
  if (seconds < 3_600) return i18n.t('span.minutes', { value: Math.floor(seconds / 60) });
  if (seconds < 86_400) return i18n.t('span.hours', { value: Math.floor(seconds / 3_600) });
  return i18n.t('span.days', { count: Math.floor(seconds / 86_400) });
}
