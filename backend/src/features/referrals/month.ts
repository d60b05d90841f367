import { monthIn } from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';

/** Months begin where the work is done. */
export function presentMonth({ now }: Pick<Context, 'now'>): string {
  return monthIn(dayInDamascus(now()));
}

export function firstDayOf(month: string): string {
  return `${month}-01`;
}
