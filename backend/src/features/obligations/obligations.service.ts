import {
  Day,
  fieldError,
  type listObligations,
  monthOf,
  type Obligation,
  type ObligationCounts,
  type ObligationDay,
  type ObligationFile,
  type ObligationFilter,
  Uuid,
  weekOf,
} from '@qafila/contract';
import type { z } from 'zod';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { documentRefs } from '../documents/index.ts';
import {
  obligationById,
  type Scope,
  selectCounts,
  selectDays,
  selectObligations,
} from './obligations.repository.ts';
import { remindersOf } from './reminders.repository.ts';
import { stepsOf } from './steps.repository.ts';

type Page = { items: Obligation[]; nextCursor: string | null };

export function scopeOf({ actor, now }: Context): Scope {
  return { only: onlyAssociation(actor), today: dayInDamascus(now()) };
}

export async function list(
  ctx: Context,
  { cursor, limit, order, ...filter }: z.output<typeof listObligations.query>,
): Promise<Page> {
  const rows = await selectObligations(ctx.db, {
    ...scopeOf(ctx),
    filter,
    order,
    after: placeIn(cursor),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? `${last.dueOn} ${last.id}` : null };
}

function placeIn(cursor: string | undefined): { dueOn: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [dueOn, id, ...more] = cursor.split(' ');
  const isWhole = more.length === 0 && Day.safeParse(dueOn).success && Uuid.safeParse(id).success;
  if (!isWhole || dueOn === undefined || id === undefined) {
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  }
  return { dueOn, id };
}

export async function counts(ctx: Context, filter: ObligationFilter): Promise<ObligationCounts> {
  const scope = scopeOf(ctx);
  const { today } = scope;
  return await selectCounts(ctx.db, filter, { ...scope, week: weekOf(today), month: monthOf(today) });
}

export async function month(ctx: Context, asked: string, filter: ObligationFilter): Promise<ObligationDay[]> {
  return await selectDays(ctx.db, { ...filter, ...monthOf(asked) }, scopeOf(ctx));
}

/** @throws {Refusal} `not_found` */
export async function read(ctx: Context, id: string): Promise<ObligationFile> {
  const found = await obligationById(ctx.db, id, scopeOf(ctx));
  if (!found) throw new Refusal('not_found');
  const [steps, reminders] = await Promise.all([stepsOf(ctx.db, id), remindersOf(ctx.db, id)]);
  const refs = await documentRefs(
    ctx.db,
    steps.flatMap(({ documentIds }) => documentIds),
  );
  return {
    obligation: found.obligation,
    openedAt: found.opened.openedAt.toISOString(),
    openedByName: found.opened.openedByName,
    steps: steps.map(({ documentIds, at, ...step }) => ({
      ...step,
      at: at.toISOString(),
      documents: documentIds.flatMap((documentId) => refs.get(documentId) ?? []),
    })),
    version: steps.length,
    reminders: reminders.map(({ offsetDays, sentAt }) => ({ offsetDays, sentAt: sentAt.toISOString() })),
  };
}
