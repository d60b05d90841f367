import type { Context } from '../../platform/context.ts';
import { inOwnTransaction } from '../../platform/own-transaction.ts';
import { postSystemNotice } from '../notices/index.ts';
import { associationsOwing } from './dues.repository.ts';
import type { ReferralRow } from './referrals.repository.ts';

/** That a case waits for the association's answer; which, and nothing of whom. */
export async function tellOfReferral(ctx: Context, row: ReferralRow, associationId: string): Promise<void> {
  const { code, kind, cadence } = row;
  await postSystemNotice(ctx, {
    associationId,
    kind: 'referral_received',
    priority: 'normal',
    values: { code, kind, cadence },
    key: `referral_received:${row.id}:${row.version}`,
  });
}

/** How much monthly aid a month that has begun asks of each association, once for each. */
export async function tellOfDues(ctx: Context, month: string): Promise<void> {
  for (const { associationId, count } of await associationsOwing(ctx.db, month)) {
    const notice: Parameters<typeof postSystemNotice>[1] = {
      associationId,
      kind: 'referral_due',
      priority: 'normal',
      values: { month, count },
      key: `referral_due:${associationId}:${month}`,
    };
    await inOwnTransaction(ctx, (inside) => postSystemNotice(inside, notice));
  }
}
