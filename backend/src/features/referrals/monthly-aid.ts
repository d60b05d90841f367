import { shiftMonth } from '@qafila/contract';
import { inTransaction } from '@qafila/db';
import type { Context } from '../../platform/context.ts';
import { markMissed, openDuesOfBatch } from './dues.repository.ts';
import { presentMonth } from './month.ts';
import { tellOfDues } from './telling.ts';

/** Cases in one transaction. */
const BATCH = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Sees to it that active monthly aid is owed for every month up to the next one, and that what was not given in its
 * month counts as missed. A month is there once for each case, so it may be cut short and run again, also twice at once.
 */
export async function openMonthlyDues(ctx: Context): Promise<{ done: number }> {
  const month = presentMonth(ctx);
  const until = shiftMonth(month, 1);
  let done = 0;
  for (let after: string | null = BEFORE_ALL; after !== null; ) {
    const batch: Parameters<typeof openDuesOfBatch>[1] = { after, until, limit: BATCH };
    const opened = await inTransaction(ctx.db, (trx) => openDuesOfBatch(trx, batch));
    done += opened.made;
    after = opened.last;
  }
  done += await markMissed(ctx.db, month);
  await tellOfDues(ctx, month);
  if (done > 0) ctx.announce({ kind: 'workChanged', topics: ['referrals'], associationIds: 'all' });
  return { done };
}
