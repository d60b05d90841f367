const DAY_MS = 86_400_000;

/** Days are texts, `YYYY-MM-DD`: they have no time zone, and their order is the order of the texts. */
export function addDays(day: string, count: number): string {
  return textOf(Date.parse(day) + count * DAY_MS);
}

/** How many days `to` lies after `from`; negative where it lies before. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The same day of the month so many months on, or the last of a month that is shorter. */
export function addMonths(day: string, count: number): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const months = year * 12 + (month - 1) + count;
  return dayIn(Math.floor(months / 12), (months % 12) + 1, dayOfMonth);
}

/** That day of a month; the last of a month that is shorter, so 28 February where there is no 29th. */
export function dayIn(year: number, month: number, dayOfMonth: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return textOf(Date.UTC(year, month - 1, Math.min(dayOfMonth, last)));
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The first and the last day of the week that a day lies in; weeks begin on Saturday. */
export function weekOf(day: string): { from: string; to: string } {
  const sinceSaturday = (new Date(day).getUTCDay() + 1) % 7;
  const from = addDays(day, -sinceSaturday);
  return { from, to: addDays(from, 6) };
}

/** The first and the last day of the month that a day lies in, or of a month `YYYY-MM`. */
export function monthOf(day: string): { from: string; to: string } {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

function partsOf(day: string): { year: number; month: number; day: number } {
  return { year: yearOf(day), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

function textOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}
