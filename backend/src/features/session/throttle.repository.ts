import type { Db } from '@qafila/db';

/** Wrong answers under one key: the first `free` cost nothing, each further one doubles the wait. */
export type Guard = { key: string; free: number };

const FORGET_AFTER_MS = 3_600_000;
/** The longest wait: whoever is right gets in within a minute, however often others were wrong. */
const MAX_WAIT_S = 60;

/** Counts one try, before it is judged; the milliseconds to wait where it may not be judged yet. */
export async function countTry(
  db: Db,
  { key, free }: Guard,
  now: Date,
): Promise<{ failures: number; waitMs: number }> {
  const values = { key, free, now, forget: new Date(now.getTime() - FORGET_AFTER_MS), max: MAX_WAIT_S };
  const { rows } = await db.raw(
    `INSERT INTO sign_in_failures AS f (key, failures, last_at) VALUES (:key, 1, :now)
     ON CONFLICT (key) DO UPDATE SET
       failures = CASE WHEN f.last_at < :forget THEN 1 ELSE f.failures + 1 END,
       last_at = :now,
       blocked_until = CASE WHEN f.last_at >= :forget AND f.failures + 1 >= :free
         THEN :now::timestamptz + least(:max, 2 ^ least(f.failures + 1 - :free, 10)) * interval '1 second' END
     WHERE f.blocked_until IS NULL OR f.blocked_until <= :now
     RETURNING failures`,
    values,
  );
  const counted = rows.at(0);
  if (counted) return { failures: counted.failures, waitMs: 0 };
  const blocked = await db('sign_in_failures').where({ key }).first('failures', 'blocked_until');
  const until: Date = blocked?.blocked_until ?? now;
  return { failures: blocked?.failures ?? 0, waitMs: Math.max(until.getTime() - now.getTime(), 1000) };
}

/** The try was right: it does not count, and `cleared` starts anew. */
export async function uncount(db: Db, cleared: string, others: readonly string[]): Promise<void> {
  await db('sign_in_failures').where('key', cleared).del();
  await db('sign_in_failures')
    .whereIn('key', others)
    .update({ failures: db.raw('greatest(failures - 1, 0)'), blocked_until: null });
}

export async function forgetTries(db: Db, now: Date): Promise<number> {
  return await db('sign_in_failures')
    .where('last_at', '<', new Date(now.getTime() - FORGET_AFTER_MS))
    .del();
}
