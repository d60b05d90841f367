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

/** Later than a clock that runs a little ahead of ours could say. */
export function isInFuture(instant: Date, now: Date): boolean {
  return instant.getTime() > now.getTime() + LIMITS.fixFutureToleranceS * 1000;
}
