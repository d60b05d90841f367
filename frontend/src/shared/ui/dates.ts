import type { DayOfWeek } from '@mantine/dates';
import dayjs from 'dayjs';
import arIq from 'dayjs/locale/ar-iq.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { ZONE } from '../format/index.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Syrian month names; one of them comes with a stray space. */
const months = (arIq.months as string[]).map((month) => month.trim());
dayjs.locale({ ...arIq, name: 'ar-sy', months, monthsShort: months, weekStart: 6 }, undefined, true);

const WALL_CLOCK = 'YYYY-MM-DD HH:mm:ss';

/** What a clock in Damascus shows at an instant, as the date pickers want it. */
export function toWallClock(instant: string): string {
  return dayjs(instant).tz(ZONE).format(WALL_CLOCK);
}

/** The instant at which a clock in Damascus shows this. */
export function fromWallClock(wallClock: string): string {
  return dayjs.tz(wallClock, ZONE).toISOString();
}

/** تشرين الثاني 2026 */
export function monthLabel(date: string, locale: string): string {
  return dayjs(date).locale(locale).format('MMMM YYYY');
}

/** Saturday first; Friday and Saturday are the weekend. */
export const CALENDAR = {
  firstDayOfWeek: 6 as const,
  weekendDays: [5, 6] as DayOfWeek[],
};
