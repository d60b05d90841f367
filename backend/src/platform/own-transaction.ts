import { inTransaction } from '@qafila/db';
import type { Announcement, Context } from './context.ts';

/** For work outside the transaction of a request: one of its own, and what it announces is heard once that has committed. */
export async function inOwnTransaction<T>(ctx: Context, work: (inside: Context) => Promise<T>): Promise<T> {
  const said: Announcement[] = [];
  const answer = await inTransaction(ctx.db, (db) =>
    work({ ...ctx, db, announce: (announcement) => said.push(announcement) }),
  );
  for (const announcement of said) ctx.announce(announcement);
  return answer;
}
