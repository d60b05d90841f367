import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { partOf } from './referral-answers.ts';
import { lockReferral, type ReferralRow } from './referrals.repository.ts';

/** The case, locked to the end of the transaction, for the one whose part it is; for others it is not there. */
export async function holdReferral(
  ctx: Context,
  id: string,
  part: 'caseworker' | 'association',
): Promise<ReferralRow> {
  const row = await lockReferral(ctx.db, id);
  if (!row || partOf(row, ctx.actor) !== part) throw new Refusal('not_found');
  return row;
}
