import type { HazardFeed } from '@qafila/contract';
import { type Db, inTransaction } from '@qafila/db';

type FeedRow = {
  lastTriedAt: Date;
  lastAnsweredAt: Date | null;
  added: number;
  failure: HazardFeed['failure'];
};

/** Any constant, the same in every process. */
const FEED_LOCK_KEY = 7_127_003;

export async function selectFeed(db: Db): Promise<FeedRow | undefined> {
  return await db('hazard_feed').first({
    lastTriedAt: 'last_tried_at',
    lastAnsweredAt: 'last_answered_at',
    added: 'added',
    failure: 'failure',
  });
}

/** Takes the turn to fetch; false when another process has taken it since `notSince`. */
export async function takeTurn(db: Db, at: Date, notSince: Date): Promise<boolean> {
  return await inTransaction(db, async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [FEED_LOCK_KEY]);
    const last = await selectFeed(trx);
    if (last && last.lastTriedAt > notSince) return false;
    await trx('hazard_feed').insert({ last_tried_at: at }).onConflict('id').merge();
    return true;
  });
}

export async function noteAnswer(db: Db, at: Date, added: number): Promise<void> {
  await db('hazard_feed').update({ last_answered_at: at, added, failure: null });
}

export async function noteFailure(db: Db, failure: HazardFeed['failure']): Promise<void> {
  await db('hazard_feed').update({ failure });
}
