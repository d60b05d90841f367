import { inTransaction } from '@qafila/db';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { dropDues } from './dues.repository.ts';
import { type EndedCase, lapseUntouched, takeForErasure } from './erasing.repository.ts';
import { presentMonth } from './month.ts';
import { forgetPeople } from './people.repository.ts';
import { insertSteps, type NewStep } from './steps.repository.ts';

/** Cases in one transaction. */
const BATCH = 200;
const DAY_MS = 86_400_000;

/**
 * Erases the citizens whose cases ended longer ago than `keepDays`. A case that nobody touched for as long ends first,
 * so that none is kept for being forgotten; its citizen follows in the same run's measure of time.
 */
export async function erasePeople(ctx: Context, keepDays: number): Promise<{ done: number }> {
  const before = new Date(ctx.now().getTime() - keepDays * DAY_MS);
  const lapsed = await inBatches(ctx, (batch) => lapse(batch, before));
  const erased = await inBatches(ctx, (batch) => eraseEnded(batch, before));
  return { done: lapsed + erased };
}

async function inBatches(ctx: Context, work: (ctx: Context) => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await inTransaction(ctx.db, (trx) => work({ ...ctx, db: trx }));
    if (done === 0) break;
    total += done;
  }
  if (total > 0) ctx.announce({ kind: 'workChanged', topics: ['referrals'], associationIds: 'all' });
  return total;
}

async function lapse(ctx: Context, before: Date): Promise<number> {
  const lapsed = await lapseUntouched(ctx.db, { before, at: ctx.now(), limit: BATCH });
  if (lapsed.length === 0) return 0;
  await dropDues(ctx.db, idsOf(lapsed), presentMonth(ctx));
  await insertSteps(
    ctx.db,
    lapsed.map((it) => stepOf(ctx, it, { kind: 'withdraw', to: 'withdrawn', reason: 'lapsed' })),
  );
  await auditCount(ctx, 'referral.lapsed', lapsed.length);
  return lapsed.length;
}

async function eraseEnded(ctx: Context, before: Date): Promise<number> {
  const ended = await takeForErasure(ctx.db, { before, limit: BATCH });
  if (ended.length === 0) return 0;
  await eraseCases(ctx, ended);
  await auditCount(ctx, 'referral.peopleErased', ended.length);
  return ended.length;
}

async function eraseCases(ctx: Context, cases: readonly EndedCase[]): Promise<void> {
  await forgetPeople(ctx.db, idsOf(cases), ctx.now());
  await insertSteps(
    ctx.db,
    cases.map((it) => stepOf(ctx, it, { kind: 'erase', to: it.status })),
  );
}

/** One case that has ended, whose citizen took consent back. */
export async function eraseNow(ctx: Context, ended: EndedCase): Promise<void> {
  await eraseCases(ctx, [ended]);
  await audit(ctx, { action: 'referral.erased', subjectType: 'referral', subjectId: ended.id });
}

function stepOf(
  { actor, now }: Context,
  { id, status, associationId }: EndedCase,
  step: Pick<NewStep, 'kind' | 'to' | 'reason'>,
): NewStep {
  return { ...step, referralId: id, at: now(), actorId: actor.userId || null, from: status, associationId };
}

function idsOf(cases: readonly EndedCase[]): string[] {
  return cases.map(({ id }) => id);
}

async function auditCount(ctx: Context, action: string, count: number): Promise<void> {
  await audit(ctx, { action, subjectType: 'referral', subjectId: null, detail: { count } });
}
