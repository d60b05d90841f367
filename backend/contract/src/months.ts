import { z } from 'zod';

/** A calendar month, `YYYY-MM`. Years outside 2000–2100 are typing errors. */
export const Month = z.string().regex(/^(20\d{2}|2100)-(0[1-9]|1[0-2])$/);
export type Month = z.infer<typeof Month>;

/** The month a day lies in. */
export function monthIn(day: string): Month {
  return day.slice(0, 7);
}

/** `count` months later, or earlier when negative. */
export function shiftMonth(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const ordinal = year * 12 + number - 1 + count;
  return `${Math.floor(ordinal / 12)}-${String((ordinal % 12) + 1).padStart(2, '0')}`;
}

/** Every month from one to another, both included; none where the last is before the first. */
export function monthsFromTo(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = shiftMonth(month, 1)) months.push(month);
  return months;
}
