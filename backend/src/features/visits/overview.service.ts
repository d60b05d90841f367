import {
  addMonths,
  type FindingSeverity,
  type listNotVisited,
  monthIn,
  monthsFromTo,
  shiftMonth,
  type VisitedAssociation,
  type VisitFigures,
  VisitResult,
} from '@qafila/contract';
import type { z } from 'zod';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { registryChange } from '../associations/index.ts';
import { afterOf, isInstant, pageOfRows } from './cursor.ts';
import {
  countByMonth,
  countNotVisited,
  countPending,
  lastStep,
  selectNotVisited,
  selectVisited,
  withoutOrder,
} from './overview.repository.ts';

type Query = z.output<typeof listNotVisited.query>;
type NotVisited = z.output<typeof listNotVisited.response>;

export async function readMap({ db }: Context): Promise<VisitedAssociation[]> {
  return await selectVisited(db);
}

/** Of visits, and of where associations are. */
export async function lastChange({ db }: Context): Promise<string> {
  return `${await lastStep(db)} ${await registryChange(db)}`;
}

export async function notVisited(ctx: Context, { months, cursor, limit }: Query): Promise<NotVisited> {
  const since = addMonths(dayInDamascus(ctx.now()), -months);
  const after = afterOf(cursor, isInstant);
  const found = await selectNotVisited(ctx.db, { since, after, limit: limit + 1 });
  const { rows, nextCursor } = pageOfRows(found, limit, ({ lastAt, association }) => ({
    key: lastAt.toISOString(),
    id: association.id,
  }));
  const counts = await countNotVisited(ctx.db, since);
  return { items: rows.map(withoutOrder), nextCursor, ...counts };
}

export async function figures({ db, now }: Context, months: number): Promise<VisitFigures> {
  const today = dayInDamascus(now());
  const last = monthIn(today);
  const first = shiftMonth(last, 1 - months);
  const counts = new Map((await countByMonth(db, first)).map((it) => [`${it.month} ${it.result}`, it.count]));
  const pending = await countPending(db, today);
  const bySeverity = (what: 'open' | 'answered' | 'overdue') => {
    const of = (severity: FindingSeverity) => pending.find((it) => it.severity === severity)?.[what] ?? 0;
    return { minor: of('minor'), major: of('major'), critical: of('critical') };
  };
  return {
    months: monthsFromTo(first, last).map((month) => ({
      month,
      byResult: Object.fromEntries(
        VisitResult.options.map((result) => [result, counts.get(`${month} ${result}`) ?? 0]),
      ) as Record<VisitResult, number>,
    })),
    open: bySeverity('open'),
    answered: bySeverity('answered'),
    overdue: bySeverity('overdue'),
  };
}
