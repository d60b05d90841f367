import { VISIT_EVERY_MONTHS } from '@qafila/contract';

const MOST = 120;

/** The number of months that an address names; the usual one where it names none. */
export function monthsIn(text: string): number {
  const months = Number.parseInt(text, 10);
  return months >= 1 && months <= MOST ? months : VISIT_EVERY_MONTHS;
}

const AVERAGE_MONTH_MS = 2_629_746_000;

/** Months from then to now, taken as equally long: near enough for a colour. */
export function monthsSince(at: string, now: Date): number {
  return (now.getTime() - Date.parse(at)) / AVERAGE_MONTH_MS;
}
