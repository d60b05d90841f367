import { fieldError, type Referral, type WithdrawalReason } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { dropDues } from './dues.repository.ts';
import { eraseNow } from './erasing.ts';
import { holdReferral } from './hold-referral.ts';
import { presentMonth } from './month.ts';
import { move, record } from './moving.ts';
import { partOf, readAnswer } from './referral-answers.ts';
import {
  activeCaseworkers,
  changeReferral,
  lockOpenWith,
  lockReferral,
  type ReferralRow,
} from './referrals.repository.ts';
import { isSuggested } from './suggestions.repository.ts';
import { tellOfReferral } from './telling.ts';

type Noted = { note: string };

/** To an association that gives this aid there. */
export async function refer(
  ctx: Context,
  id: string,
  { associationId, note }: Noted & { associationId: string },
): Promise<Referral> {
  const row = await holdReferral(ctx, id, 'caseworker');
  if (!(await isSuggested(ctx.db, row, associationId))) {
    throw refuseFields(fieldError('associationId', 'no_such_reference'));
  }
  await tellOfReferral(ctx, row, associationId);
  const change = { association_id: associationId, referred_at: ctx.now(), accepted_at: null };
  return await move(ctx, row, 'refer', { change, associationId, note });
}

export async function recall(ctx: Context, id: string, noted: Noted): Promise<Referral> {
  return await recallHeld(ctx, await holdReferral(ctx, id, 'caseworker'), noted);
}

/** What an association that is no more had in hand is in the hands of its caseworkers again. */
export async function recallAllFrom(ctx: Context, associationId: string): Promise<void> {
  for (const row of await lockOpenWith(ctx.db, associationId)) await recallHeld(ctx, row, { note: '' });
}

async function recallHeld(ctx: Context, row: ReferralRow, { note }: Noted): Promise<Referral> {
  await dropDues(ctx.db, [row.id], presentMonth(ctx));
  const change = { association_id: null, referred_at: null, accepted_at: null };
  return await move(ctx, row, 'recall', { change, associationId: row.associationId, note });
}

export async function withdraw(
  ctx: Context,
  id: string,
  given: Noted & { reason: WithdrawalReason },
): Promise<Referral> {
  return await withdrawHeld(ctx, await holdReferral(ctx, id, 'caseworker'), given);
}

async function withdrawHeld(
  ctx: Context,
  row: ReferralRow,
  { reason, note }: Noted & { reason: WithdrawalReason },
): Promise<Referral> {
  await dropDues(ctx.db, [row.id], presentMonth(ctx));
  const change = { withdrawal_reason: reason, ended_at: ctx.now() };
  return await move(ctx, row, 'withdraw', { change, associationId: row.associationId, reason, note });
}

/**
 * The citizen takes consent back: nothing of them is kept, whatever became of the case.
 * @throws {Refusal} `transition_not_allowed` where the data were not kept by consent, or are gone already
 */
export async function erase(ctx: Context, id: string): Promise<Referral> {
  const row = await holdReferral(ctx, id, 'caseworker');
  if (row.basis !== 'consent' || row.erasedAt !== null) throw new Refusal('transition_not_allowed');
  const isOpen = row.endedAt === null;
  if (isOpen) await withdrawHeld(ctx, row, { reason: 'consent_withdrawn', note: '' });
  await eraseNow(ctx, isOpen ? { ...row, status: 'withdrawn' } : row);
  return await readAnswer(ctx, id);
}

export async function listCaseworkers({ db }: Context): Promise<{ id: string; name: string }[]> {
  return await activeCaseworkers(db);
}

/**
 * By the caseworker who has it, or by an admin, who does not read it. Also when the case is over, as long as anything
 * of the citizen is kept: somebody has to be there when consent is taken back.
 */
export async function reassign(
  ctx: Context,
  id: string,
  { caseworkerId }: { caseworkerId: string },
): Promise<Referral> {
  const row = await lockReferral(ctx.db, id);
  const isTheirs = ctx.actor.scope === 'any' || (row && partOf(row, ctx.actor) === 'caseworker');
  if (!row || !isTheirs) throw new Refusal('not_found');
  const isCaseworker = (await activeCaseworkers(ctx.db)).some((it) => it.id === caseworkerId);
  if (!isCaseworker) throw refuseFields(fieldError('caseworkerId', 'no_such_reference'));
  if (row.erasedAt !== null) throw new Refusal('transition_not_allowed');
  const held = { id, from: row.status, at: ctx.now() };
  await changeReferral(ctx.db, held, { caseworker_id: caseworkerId });
  await record(ctx, row, { kind: 'reassign', to: row.status, associationId: row.associationId });
  const answer = await readAnswer(ctx, id);
  await audit(ctx, {
    action: 'referral.reassigned',
    subjectType: 'referral',
    subjectId: id,
    detail: { caseworkerId },
  });
  return answer;
}
