import {
  addDays,
  fieldError,
  type ObligationFile,
  type ObligationType,
  obligationLifecycle,
  type openObligation,
  type reviewObligation,
  type submitObligation,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { requireAssociation, requireDeclared } from '../associations/index.ts';
import { requireDocuments } from '../documents/index.ts';
import { postSystemNotice } from '../notices/index.ts';
import { type LockedObligation, lockObligation } from './obligations.repository.ts';
import { read } from './obligations.service.ts';
import { insertObligations } from './opening.repository.ts';
import { takeStep } from './steps.repository.ts';
import { typeRows } from './types.repository.ts';

type Command = (typeof obligationLifecycle.commands)[number];
type Given = { note: string; documentIds: readonly string[] };

const DONE = {
  submit: 'obligation.submitted',
  accept: 'obligation.accepted',
  return: 'obligation.returned',
  waive: 'obligation.waived',
} as const satisfies Record<Command, string>;

/** What no rule asks for by itself; the days of grace are those of its rule. */
export async function open(
  ctx: Context,
  associationId: string,
  { typeId, period, dueOn }: z.output<typeof openObligation.body>,
): Promise<ObligationFile> {
  await requireAssociation(ctx, associationId);
  await requireDeclared(ctx.db, associationId);
  const [type] = await typeRows(ctx.db, typeId);
  if (!type) throw refuseFields(fieldError('typeId', 'no_such_reference'));
  const [opened] = await insertObligations(ctx.db, ctx.now(), ctx.actor.userId, [
    { associationId, typeId, period, dueOn, overdueFrom: overdueFrom(type, dueOn) },
  ]);
  if (!opened) throw new Refusal('conflict');
  ctx.announce({ kind: 'workChanged', topics: ['obligations'], associationIds: [associationId] });
  const file = await read(ctx, opened.id);
  await audit(ctx, {
    action: 'obligation.opened',
    subjectType: 'obligation',
    subjectId: opened.id,
    to: 'due',
    detail: { associationId, typeId, period, dueOn },
  });
  return file;
}

export function overdueFrom({ graceDays }: Pick<ObligationType, 'graceDays'>, dueOn: string): string {
  return addDays(dueOn, graceDays + 1);
}

export async function submit(
  ctx: Context,
  id: string,
  given: z.output<typeof submitObligation.body>,
): Promise<ObligationFile> {
  const obligation = await hold(ctx, id);
  await requireDocuments(ctx.db, obligation.associationId, given.documentIds);
  return await move(ctx, obligation, 'submit', given);
}

/**
 * The association is told what became of what it handed in.
 * @throws {Refusal} `version_stale` where something else was handed in since it was read
 */
export async function review(
  ctx: Context,
  id: string,
  version: number,
  { command, reason }: z.output<typeof reviewObligation.body>,
): Promise<ObligationFile> {
  const held = await hold(ctx, id);
  if (!obligationLifecycle.next(held.state, command)) throw new Refusal('transition_not_allowed');
  if ((await read(ctx, id)).version !== version) throw new Refusal('version_stale');
  const file = await move(ctx, held, command, { note: reason, documentIds: [] });
  if (command === 'waive') return file;
  const { association, type, period, dueOn } = file.obligation;
  await postSystemNotice(ctx, {
    associationId: association.id,
    kind: command === 'return' ? 'obligation_returned' : 'obligation_accepted',
    priority: 'normal',
    values: { nameAr: type.nameAr, nameEn: type.nameEn, period, dueOn },
    key: `obligation:${id}:${command}:${file.steps.length}`,
  });
  return file;
}

async function hold({ db, actor }: Context, id: string): Promise<LockedObligation> {
  const obligation = await lockObligation(db, id, onlyAssociation(actor));
  if (!obligation) throw new Refusal('not_found');
  return obligation;
}

async function move(
  ctx: Context,
  obligation: LockedObligation,
  command: Command,
  { note, documentIds }: Given,
): Promise<ObligationFile> {
  const { id, associationId, state: from } = obligation;
  const to = obligationLifecycle.next(from, command);
  if (!to) throw new Refusal('transition_not_allowed');
  await takeStep(ctx.db, obligation, {
    ...{ at: ctx.now(), actorId: ctx.actor.userId },
    ...{ command, fromState: from, toState: to, note, documentIds },
  });
  ctx.announce({ kind: 'workChanged', topics: ['obligations'], associationIds: [associationId] });
  const file = await read(ctx, id);
  await audit(ctx, {
    action: DONE[command],
    subjectType: 'obligation',
    subjectId: id,
    ...{ from, to, reason: note },
    detail: { associationId, typeId: obligation.typeId, documents: documentIds.length },
  });
  return file;
}
