import { randomUUID } from 'node:crypto';
import {
  type FinanceFigures,
  type FinanceFile,
  fieldError,
  financeLifecycle,
  type reviewFinances,
  type submitFinances,
  WRITABLE_FINANCE_STATES,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { yearInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { requireAssociation } from '../associations/index.ts';
import { requireDocuments } from '../documents/index.ts';
import { read } from './finances.service.ts';
import { takeStep } from './steps.repository.ts';
import {
  acceptedClosing,
  insertYear,
  type LockedYear,
  lockYear,
  writeFigures,
} from './writing.repository.ts';

type Command = (typeof financeLifecycle.commands)[number];

const DONE = {
  submit: 'finances.submitted',
  accept: 'finances.accepted',
  return: 'finances.returned',
} as const satisfies Record<Command, string>;

/** @throws {Refusal} `conflict` where the year has been begun */
export async function open(ctx: Context, associationId: string, year: number): Promise<FinanceFile> {
  await requireAssociation(ctx, associationId);
  if (year > yearInDamascus(ctx.now())) throw refuseFields(fieldError('year', 'after_now'));
  const id = randomUUID();
  const openingSyp = (await acceptedClosing(ctx.db, associationId, year - 1)) ?? 0;
  await insertYear(ctx.db, { id, associationId, year, openingSyp });
  ctx.announce({ kind: 'workChanged', topics: ['finances'], associationIds: [associationId] });
  const file = await read(ctx, id);
  await audit(ctx, {
    action: 'finances.opened',
    subjectType: 'financeYear',
    subjectId: id,
    to: 'draft',
    detail: { associationId, year },
  });
  return file;
}

export async function save(
  ctx: Context,
  id: string,
  version: number,
  figures: FinanceFigures,
): Promise<FinanceFile> {
  const held = await holdWritable(ctx, id, version);
  await writeFigures(ctx.db, held, figures);
  ctx.announce({ kind: 'workChanged', topics: ['finances'], associationIds: [held.associationId] });
  const file = await read(ctx, id);
  await audit(ctx, { action: 'finances.saved', subjectType: 'financeYear', subjectId: id });
  return file;
}

/** @throws {Refusal} that names `openingReason` where a year begins otherwise than the last ended, and nobody says why */
export async function submit(
  ctx: Context,
  id: string,
  version: number,
  { figures, documentIds }: z.output<typeof submitFinances.body>,
): Promise<FinanceFile> {
  const held = await holdWritable(ctx, id, version);
  const before = await acceptedClosing(ctx.db, held.associationId, held.year - 1);
  if (before !== null && before !== figures.openingSyp && figures.openingReason === '') {
    throw refuseFields(fieldError('figures.openingReason', 'reason_required'));
  }
  await requireDocuments(ctx.db, held.associationId, documentIds);
  await writeFigures(ctx.db, held, figures);
  return await move(ctx, held, 'submit', { note: '', documentIds });
}

/** @throws {Refusal} `version_stale` where other figures were handed in since they were read */
export async function review(
  ctx: Context,
  id: string,
  version: number,
  { command, reason }: z.output<typeof reviewFinances.body>,
): Promise<FinanceFile> {
  const held = await hold(ctx, id);
  if (!financeLifecycle.next(held.state, command)) throw new Refusal('transition_not_allowed');
  if (held.version !== version) throw new Refusal('version_stale');
  return await move(ctx, held, command, { note: reason, documentIds: [] });
}

async function hold({ db, actor }: Context, id: string): Promise<LockedYear> {
  const held = await lockYear(db, id, onlyAssociation(actor));
  if (!held) throw new Refusal('not_found');
  return held;
}

async function holdWritable(ctx: Context, id: string, version: number): Promise<LockedYear> {
  const held = await hold(ctx, id);
  if (!WRITABLE_FINANCE_STATES.includes(held.state)) throw new Refusal('transition_not_allowed');
  if (held.version !== version) throw new Refusal('version_stale');
  return held;
}

async function move(
  ctx: Context,
  held: LockedYear,
  command: Command,
  { note, documentIds }: { note: string; documentIds: readonly string[] },
): Promise<FinanceFile> {
  const { id, associationId, year, state: from } = held;
  const to = financeLifecycle.next(from, command);
  if (!to) throw new Refusal('transition_not_allowed');
  await takeStep(ctx.db, held, {
    ...{ at: ctx.now(), actorId: ctx.actor.userId },
    ...{ command, fromState: from, toState: to, note, documentIds },
  });
  ctx.announce({ kind: 'workChanged', topics: ['finances'], associationIds: [associationId] });
  const file = await read(ctx, id);
  await audit(ctx, {
    action: DONE[command],
    subjectType: 'financeYear',
    subjectId: id,
    ...{ from, to, reason: note },
    detail: { associationId, year, documents: documentIds.length },
  });
  return file;
}
