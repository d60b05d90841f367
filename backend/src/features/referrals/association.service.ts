import { type DeclineReason, fieldError, type Referral, type ReferralOutcome } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { refuseFields } from '../../platform/refusal.ts';
import { requireDeclared } from '../associations/index.ts';
import { dropDues, openDue } from './dues.repository.ts';
import { holdReferral } from './hold-referral.ts';
import { presentMonth } from './month.ts';
import { move } from './moving.ts';

type Noted = { note: string };

/**
 * The first month of monthly aid is due at once.
 * @throws {Refusal} `association_not_declared` where it was suspended since the case was sent to it
 */
export async function accept(ctx: Context, id: string, { note }: Noted): Promise<Referral> {
  const row = await holdReferral(ctx, id, 'association');
  if (row.associationId !== null) await requireDeclared(ctx.db, row.associationId);
  if (row.cadence === 'monthly') await openDue(ctx.db, id, presentMonth(ctx));
  const change = { accepted_at: ctx.now() };
  return await move(ctx, row, 'accept', { change, associationId: row.associationId, note });
}

/** After that the association sees no more of it than that it declined. */
export async function decline(
  ctx: Context,
  id: string,
  { reason, note }: Noted & { reason: DeclineReason },
): Promise<Referral> {
  const row = await holdReferral(ctx, id, 'association');
  const change = { decline_reason: reason, association_id: null, referred_at: null };
  return await move(ctx, row, 'decline', { change, associationId: row.associationId, reason, note });
}

export async function close(
  ctx: Context,
  id: string,
  { outcome, note }: Noted & { outcome: ReferralOutcome },
): Promise<Referral> {
  const row = await holdReferral(ctx, id, 'association');
  if (outcome === 'helped' && row.status === 'accepted') {
    throw refuseFields(fieldError('outcome', 'invalid_value'));
  }
  await dropDues(ctx.db, [id], presentMonth(ctx));
  const change = { outcome, ended_at: ctx.now() };
  return await move(ctx, row, 'close', {
    change,
    associationId: row.associationId,
    reason: outcome,
    note,
  });
}
