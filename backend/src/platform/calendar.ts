import { LIMITS } from '@qafila/contract';

const DAY_IN_DAMASCUS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Damascus',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The year that documents of an instant are numbered in. */
export function yearInDamascus(instant: Date): number {
  return Number(dayInDamascus(instant).slice(0, 4));
}

/** The calendar day of an instant where the work is done, `YYYY-MM-DD`. */
export function dayInDamascus(instant: Date): string {
  return DAY_IN_DAMASCUS.format(instant);
}

const MINUTE_MS = 60_000;

/**
 * `at`, where it is not before `earliest`. People write hours and minutes, so a time in the very minute of the earliest
 * counts as the earliest itself.
 */
export function noEarlierThan(earliest: Date, at: Date): Date | undefined {
  if (at >= earliest) return at;
  const minuteOf = (time: Date) => Math.floor(time.getTime() / MINUTE_MS);
  return minuteOf(at) === minuteOf(earliest) ? earliest : undefined;
}

/** Later than a clock that runs a little ahead of ours could say. */
export function isInFuture(instant: Date, now: Date): boolean {
  return instant.getTime() > now.getTime() + LIMITS.fixFutureToleranceS * 1000;
}
