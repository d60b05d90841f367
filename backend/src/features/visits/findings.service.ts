import {
  Day,
  type Finding,
  type FindingCommand,
  type FindingWithSteps,
  fieldError,
  findingLifecycle,
  type listFindings,
  type updateFinding,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { documentRefs, requireDocuments } from '../documents/index.ts';
import { afterOf, pageOfRows } from './cursor.ts';
import {
  changeFinding,
  type HeldFinding,
  insertFindingStep,
  lockFinding,
  moveFinding,
  selectFindingPage,
  selectFindingSteps,
  selectFindings,
  toFinding,
} from './findings.repository.ts';

type ListQuery = z.output<typeof listFindings.query>;
type Change = z.output<typeof updateFinding.body>;

export async function list(
  ctx: Context,
  { cursor, limit, state, severity, associationId }: ListQuery,
): Promise<{ items: Finding[]; nextCursor: string | null }> {
  const only = onlyAssociation(ctx.actor);
  if (only !== null && associationId !== undefined && associationId !== only) {
    return { items: [], nextCursor: null };
  }
  const found = await selectFindingPage(ctx.db, {
    state,
    today: dayInDamascus(ctx.now()),
    associationId: only ?? associationId ?? null,
    severity: severity ?? null,
    after: afterOf(cursor, (text) => Day.safeParse(text).success),
    limit: limit + 1,
  });
  const { rows, nextCursor } = pageOfRows(found, limit, ({ dueOn, id }) => ({ key: dueOn, id }));
  return { items: rows.map(toFinding), nextCursor };
}

export async function read(ctx: Context, id: string): Promise<FindingWithSteps> {
  return await readFor(ctx, id, onlyAssociation(ctx.actor));
}

async function readFor(ctx: Context, id: string, only: string | null): Promise<FindingWithSteps> {
  const [finding] = await selectFindings(ctx.db, { id, today: dayInDamascus(ctx.now()) });
  if (!finding || (only !== null && finding.association.id !== only)) throw new Refusal('not_found');
  const steps = await selectFindingSteps(ctx.db, id);
  const refs = await documentRefs(
    ctx.db,
    steps.flatMap((step) => step.documentIds),
  );
  return {
    ...toFinding(finding),
    steps: steps.map(({ documentIds, at, ...step }) => ({
      ...step,
      at: at.toISOString(),
      documents: documentIds.flatMap((documentId) => refs.get(documentId) ?? []),
    })),
  };
}

/** @throws {Refusal} `transition_not_allowed` once it is closed */
export async function change(
  ctx: Context,
  id: string,
  version: number,
  fields: Change,
): Promise<FindingWithSteps> {
  const finding = await hold(ctx, id);
  if (finding.version !== version) throw new Refusal('version_stale');
  if (finding.status === 'closed') throw new Refusal('transition_not_allowed');
  if (finding.isFree && fields.text === '') throw refuseFields(fieldError('text', 'required'));
  if (fields.dueOn !== undefined && fields.dueOn !== finding.dueOn) refusePast(ctx, fields.dueOn);
  await changeFinding(ctx.db, id, version, fields);
  return await conclude(ctx, finding, { action: 'finding.changed' });
}

export async function answer(
  ctx: Context,
  id: string,
  { note, documentIds }: { note: string; documentIds: string[] },
): Promise<FindingWithSteps> {
  const finding = await hold(ctx, id);
  await requireDocuments(ctx.db, finding.associationId, documentIds);
  return await move(ctx, finding, 'answer', { note, documentIds });
}

export async function close(ctx: Context, id: string, note: string): Promise<FindingWithSteps> {
  return await move(ctx, await hold(ctx, id), 'close', { note });
}

export async function reopen(
  ctx: Context,
  id: string,
  { reason, dueOn }: { reason: string; dueOn: string },
): Promise<FindingWithSteps> {
  refusePast(ctx, dueOn);
  return await move(ctx, await hold(ctx, id), 'reopen', { note: reason, dueOn });
}

async function hold({ db, actor }: Context, id: string): Promise<HeldFinding> {
  const finding = await lockFinding(db, id, onlyAssociation(actor));
  if (!finding) throw new Refusal('not_found');
  return finding;
}

const MOVED = {
  answer: 'finding.answered',
  close: 'finding.closed',
  reopen: 'finding.reopened',
} as const satisfies Record<FindingCommand, string>;

type How = { note: string; documentIds?: readonly string[]; dueOn?: string };

async function move(
  ctx: Context,
  finding: HeldFinding,
  command: FindingCommand,
  { note, documentIds = [], dueOn }: How,
): Promise<FindingWithSteps> {
  const { id, status: from } = finding;
  const at = ctx.now();
  const to = findingLifecycle.next(from, command);
  const closedAt = to === 'closed' ? at : null;
  if (!to || !(await moveFinding(ctx.db, id, from, { status: to, closedAt, dueOn }))) {
    throw new Refusal('transition_not_allowed');
  }
  const step = { finding, at, actorId: ctx.actor.userId, command, to, note, documentIds };
  await insertFindingStep(ctx.db, step);
  return await conclude(ctx, finding, { action: MOVED[command], from, to });
}

async function conclude(
  ctx: Context,
  { id, associationId }: HeldFinding,
  entry: { action: string; from?: string; to?: string },
): Promise<FindingWithSteps> {
  ctx.announce({ kind: 'workChanged', topics: ['visits'], associationIds: [associationId] });
  const answered = await readFor(ctx, id, null);
  await audit(ctx, { ...entry, subjectType: 'finding', subjectId: id });
  return answered;
}

function refusePast(ctx: Context, dueOn: string): void {
  if (dueOn < dayInDamascus(ctx.now())) throw refuseFields(fieldError('dueOn', 'too_early'));
}
