import {
  fieldError,
  questionsIn,
  type saveVisitRecords,
  unanswered,
  type Visit,
  visitLifecycle,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { isInFuture, noEarlierThan } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { insertFindings } from './findings.repository.ts';
import { judge } from './judging.ts';
import { findingsOf, worstOf } from './raising.ts';
import { insertRecords, knownRecords, recordsOf } from './records.repository.ts';
import { standOf } from './records.ts';
import { sectionsOf } from './templates.repository.ts';
import { beganEarlier, type HeldVisit, insertVisitStep, lockVisit, moveVisit } from './visits.repository.ts';
import { readFor, tellOf } from './visits.service.ts';
import { selectPhotos } from './visits-read.repository.ts';

type Saved = z.output<typeof saveVisitRecords.response>;
type Records = z.output<typeof saveVisitRecords.body>['records'];

/**
 * Held to the end of the transaction, for one of its visitors.
 * @throws {Refusal} `not_found` for everybody else, as if there were no such visit
 */
export async function holdAsVisitor({ db, actor }: Context, id: string): Promise<HeldVisit> {
  const visit = await lockVisit(db, id, actor.userId);
  if (!visit) throw new Refusal('not_found');
  return visit;
}

export async function start(ctx: Context, id: string, at: Date): Promise<Visit> {
  refuseFuture(ctx, at);
  const visit = await holdAsVisitor(ctx, id);
  if (visit.status === 'in_progress' || visit.status === 'finished') {
    await beganEarlier(ctx.db, id, at);
    return await readFor(ctx, id, null);
  }
  const to = visitLifecycle.next(visit.status, 'start');
  if (!to || !(await moveVisit(ctx.db, id, visit.status, { status: to, startedAt: at }))) {
    throw new Refusal('transition_not_allowed');
  }
  return await conclude(ctx, visit, { command: 'start', to, at });
}

/** A record is taken as long as the visit is under way; what was taken before stays taken. */
export async function saveRecords(ctx: Context, id: string, records: Records): Promise<Saved> {
  const visit = await holdAsVisitor(ctx, id);
  if (visit.status === 'planned') throw new Refusal('transition_not_allowed');
  const ids = records.map((record) => record.id);
  const known = await knownRecords(ctx.db, id, ids);
  const sections = await sectionsOf(ctx.db, visit.templateId, visit.templateVersion);
  const questions = new Map(questionsIn(sections).map((question) => [question.id, question]));
  const judged = records.map((record) => {
    if (known.has(record.id)) return { record, code: null };
    if (visit.status !== 'in_progress') return { record, code: 'too_late' as const };
    return { record, code: judge(record, questions, ctx.now()) };
  });
  const news = judged.filter((it) => it.code === null && !known.has(it.record.id));
  await insertRecords(
    ctx.db,
    id,
    news.map(({ record }) => ({ ...record, at: new Date(record.at) })),
    { by: ctx.actor.userId, at: ctx.now() },
  );
  if (news.length > 0) tellOf(ctx, visit);
  return {
    outcomes: judged.map(({ record, code }) => ({
      id: record.id,
      outcome: code === null ? 'kept' : 'refused',
      code,
    })),
    visit: await readFor(ctx, id, null),
  };
}

/** @throws {Refusal} `visit_incomplete`, which names the questions; `transition_not_allowed` */
export async function finish(ctx: Context, id: string, at: Date): Promise<Visit> {
  refuseFuture(ctx, at);
  const visit = await holdAsVisitor(ctx, id);
  if (visit.status === 'finished') return await readFor(ctx, id, null);
  const to = visitLifecycle.next(visit.status, 'finish');
  if (!to || visit.startedAt === null) throw new Refusal('transition_not_allowed');
  const finishedAt = noEarlierThan(visit.startedAt, at);
  if (!finishedAt) throw refuseFields(fieldError('at', 'too_early'));
  const findings = await completeFindings(ctx, visit, finishedAt);
  await insertFindings(ctx.db, visit, findings, finishedAt);
  await moveVisit(ctx.db, id, visit.status, { status: to, finishedAt, result: worstOf(findings) });
  return await conclude(ctx, visit, { command: 'finish', to, at: finishedAt });
}

async function completeFindings(ctx: Context, visit: HeldVisit, at: Date) {
  const sections = await sectionsOf(ctx.db, visit.templateId, visit.templateVersion);
  const stand = standOf((await recordsOf(ctx.db, [visit.id])).get(visit.id) ?? []);
  const photos = (await selectPhotos(ctx.db, [visit.id])).filter(({ id }) => !stand.removedPhotoIds.has(id));
  const missing = unanswered(
    sections,
    new Map(stand.answers.map(({ questionId, value }) => [questionId, value])),
    new Set(photos.map(({ questionId }) => questionId)),
  );
  if (missing.length > 0) {
    throw new Refusal('visit_incomplete', undefined, {
      errors: missing.map((question) => fieldError(question.id, 'required')),
      values: { count: missing.length },
    });
  }
  return findingsOf(sections, stand, at);
}

async function conclude(
  ctx: Context,
  visit: HeldVisit,
  { command, to, at }: { command: 'start' | 'finish'; to: HeldVisit['status']; at: Date },
): Promise<Visit> {
  const { id, status: from } = visit;
  await insertVisitStep(ctx.db, { visitId: id, at, actorId: ctx.actor.userId, command, from, to, note: '' });
  tellOf(ctx, { ...visit, status: to });
  const answer = await readFor(ctx, id, null);
  await audit(ctx, {
    action: command === 'start' ? 'visit.started' : 'visit.finished',
    subjectType: 'visit',
    subjectId: id,
    from,
    to,
    detail: { result: answer.result, findings: answer.findingCount },
  });
  return answer;
}

export function refuseFuture(ctx: Context, at: Date): void {
  if (isInFuture(at, ctx.now())) throw refuseFields(fieldError('at', 'after_now'));
}
