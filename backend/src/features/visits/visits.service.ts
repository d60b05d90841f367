import { randomUUID } from 'node:crypto';
import {
  fieldError,
  type listVisits,
  type PersonRef,
  type planVisit,
  type updateVisit,
  type Visit,
  type VisitSummary,
  visitLifecycle,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { postSystemNotice } from '../notices/index.ts';
import { afterOf, isInstant, pageOfRows } from './cursor.ts';
import { lockVersionInUse } from './templates.repository.ts';
import { toSummary, wholeVisits } from './visit-answers.ts';
import {
  associationStatusOf,
  changePlan,
  type HeldVisit,
  insertVisit,
  insertVisitStep,
  lockVisit,
  moveVisit,
  selectVisitors,
  setVisitors,
} from './visits.repository.ts';
import { idsOfAssigned, type SummaryRow, selectVisits } from './visits-read.repository.ts';

type ListQuery = z.output<typeof listVisits.query>;
type Plan = z.output<typeof planVisit.body>;
type PlanChange = z.output<typeof updateVisit.body>;

/** Those that a phone keeps for when there is no network. */
const ASSIGNED_MAX = 30;
/** Where there is somebody to visit. */
const VISITABLE = new Set(['under_review', 'declared', 'suspended']);

export async function list(
  ctx: Context,
  { cursor, limit, ...filter }: ListQuery,
): Promise<{ items: VisitSummary[]; nextCursor: string | null }> {
  const found = await selectVisits(ctx.db, {
    state: filter.state,
    only: onlyAssociation(ctx.actor),
    associationId: filter.associationId ?? null,
    visitorId: filter.visitorId ?? null,
    result: filter.result ?? null,
    governorateCode: filter.governorateCode ?? null,
    after: afterOf(cursor, isInstant),
    limit: limit + 1,
  });
  const orderedBy = (row: SummaryRow) => row.finishedAt ?? row.plannedFor;
  const { rows, nextCursor } = pageOfRows(found, limit, (row) => ({
    key: orderedBy(row).toISOString(),
    id: row.id,
  }));
  return { items: rows.map(toSummary), nextCursor };
}

export async function read(ctx: Context, id: string): Promise<Visit> {
  return await readFor(ctx, id, onlyAssociation(ctx.actor));
}

/** @throws {Refusal} `not_found` where the association `only` is not to see it; null sees all */
export async function readFor({ db, now }: Context, id: string, only: string | null): Promise<Visit> {
  const [visit] = await wholeVisits(db, [id], only, now());
  if (!visit) throw new Refusal('not_found');
  return visit;
}

export async function listAssigned({ db, actor, now }: Context): Promise<Visit[]> {
  return await wholeVisits(db, await idsOfAssigned(db, actor.userId, ASSIGNED_MAX), null, now());
}

export async function listVisitors({ db }: Context): Promise<PersonRef[]> {
  return await selectVisitors(db);
}

export async function plan(
  ctx: Context,
  { associationId, templateId, visitorIds, ...asked }: Plan,
): Promise<Visit> {
  await refuseNobodyThere(ctx, associationId);
  refusePast(ctx, asked.plannedFor);
  const template = await newestOf(ctx, templateId);
  await refuseOthersThanVisitors(ctx, visitorIds);
  const id = randomUUID();
  const visit = { ...asked, id, associationId, template };
  await insertVisit(ctx.db, { ...visit, createdBy: ctx.actor.userId, createdAt: ctx.now() });
  await setVisitors(ctx.db, id, visitorIds);
  const answer = await concludePlan(ctx, id, undefined);
  await audit(ctx, {
    action: 'visit.planned',
    subjectType: 'visit',
    subjectId: id,
    to: 'planned',
    detail: { associationId, isAnnounced: asked.isAnnounced },
  });
  return answer;
}

/** @throws {Refusal} `version_stale`; `transition_not_allowed` once it has begun */
export async function changeVisit(
  ctx: Context,
  id: string,
  version: number,
  { templateId, visitorIds, ...asked }: PlanChange,
): Promise<Visit> {
  const visit = await lockVisit(ctx.db, id, null);
  if (!visit) throw new Refusal('not_found');
  if (visit.version !== version) throw new Refusal('version_stale');
  if (visit.status !== 'planned') throw new Refusal('transition_not_allowed');
  if (asked.plannedFor !== undefined) refusePast(ctx, asked.plannedFor);
  const template = templateId === undefined ? undefined : await newestOf(ctx, templateId);
  await changePlan(ctx.db, id, version, { ...asked, template });
  if (visitorIds) {
    await refuseOthersThanVisitors(ctx, visitorIds);
    await setVisitors(ctx.db, id, visitorIds);
  }
  tellOf(ctx, visit);
  const answer = await concludePlan(ctx, id, visit);
  await audit(ctx, { action: 'visit.replanned', subjectType: 'visit', subjectId: id });
  return answer;
}

/** The association is told of an announced visit, and of another day once more, also of one it was to be on before. */
async function concludePlan(ctx: Context, id: string, before: HeldVisit | undefined): Promise<Visit> {
  const visit = await readFor(ctx, id, null);
  const told = { ...visit, associationId: visit.association.id, plannedFor: new Date(visit.plannedFor) };
  tellOf(ctx, told);
  const isKnown = before?.isAnnounced === true && dayOf(before) === dayOf(told);
  if (!isKnown) await noticeOf(ctx, told, 'visit_planned');
  return visit;
}

type Told = Pick<HeldVisit, 'id' | 'code' | 'associationId' | 'isAnnounced' | 'plannedFor' | 'version'>;

async function noticeOf(ctx: Context, visit: Told, kind: 'visit_planned' | 'visit_cancelled'): Promise<void> {
  const { id, code, associationId, isAnnounced, version } = visit;
  if (!isAnnounced) return;
  await postSystemNotice(ctx, {
    associationId,
    kind,
    priority: 'normal',
    values: { code, plannedOn: dayOf(visit) },
    key: `${kind} ${id} ${version}`,
  });
}

function dayOf({ plannedFor }: Pick<HeldVisit, 'plannedFor'>): string {
  return dayInDamascus(plannedFor);
}

/** Of a visit that an association does not know of, it hears nothing. */
export function tellOf(
  ctx: Context,
  { associationId, isAnnounced, status }: Pick<HeldVisit, 'associationId' | 'isAnnounced' | 'status'>,
): void {
  const isKnown = isAnnounced || status === 'finished';
  ctx.announce({ kind: 'workChanged', topics: ['visits'], associationIds: isKnown ? [associationId] : [] });
}

async function refuseNobodyThere({ db }: Context, associationId: string): Promise<void> {
  const status = await associationStatusOf(db, associationId);
  if (status === undefined) throw refuseFields(fieldError('associationId', 'no_such_reference'));
  if (!VISITABLE.has(status)) throw refuseFields(fieldError('associationId', 'wrong_kind'));
}

function refusePast(ctx: Context, plannedFor: string): void {
  if (dayInDamascus(new Date(plannedFor)) < dayInDamascus(ctx.now())) {
    throw refuseFields(fieldError('plannedFor', 'too_early'));
  }
}

async function newestOf({ db }: Context, id: string): Promise<{ id: string; version: number }> {
  const version = await lockVersionInUse(db, id);
  if (version === undefined) throw refuseFields(fieldError('templateId', 'no_such_reference'));
  return { id, version };
}

async function refuseOthersThanVisitors({ db }: Context, ids: readonly string[]): Promise<void> {
  const known = new Set((await selectVisitors(db, ids)).map(({ id }) => id));
  const unknown = ids.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw refuseFields(fieldError(`visitorIds.${unknown}`, 'no_such_reference'));
}

export async function cancel(ctx: Context, id: string, reason: string): Promise<Visit> {
  const visit = await lockVisit(ctx.db, id, null);
  if (!visit) throw new Refusal('not_found');
  const to = visitLifecycle.next(visit.status, 'cancel');
  if (!to || !(await moveVisit(ctx.db, id, visit.status, { status: to }))) {
    throw new Refusal('transition_not_allowed');
  }
  const step = { visitId: id, at: ctx.now(), actorId: ctx.actor.userId, note: reason };
  await insertVisitStep(ctx.db, { ...step, command: 'cancel', from: visit.status, to });
  tellOf(ctx, visit);
  await noticeOf(ctx, visit, 'visit_cancelled');
  const answer = await readFor(ctx, id, null);
  await audit(ctx, {
    action: 'visit.cancelled',
    subjectType: 'visit',
    subjectId: id,
    from: visit.status,
    to,
    reason,
  });
  return answer;
}
