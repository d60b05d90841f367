import type { Db } from '@qafila/db';
import type { ReferralRow } from './referrals.repository.ts';

export type EndedCase = Pick<ReferralRow, 'id' | 'status' | 'associationId'>;

const CASE = 'r.id, old.status, r.association_id AS "associationId"';

/** Cases that ended before, locked; those that another run has are left to it. */
export async function takeForErasure(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<EndedCase[]> {
  const { rows } = await db.raw<{ rows: EndedCase[] }>(
    `SELECT id, status, association_id AS "associationId" FROM referrals
     WHERE ended_at < :before AND erased_at IS NULL
     ORDER BY ended_at LIMIT :limit FOR UPDATE SKIP LOCKED`,
    { before, limit },
  );
  return rows;
}

/** Ends open cases that nobody touched since; answers them in the state they were in. */
export async function lapseUntouched(
  db: Db,
  { before, at, limit }: { before: Date; at: Date; limit: number },
): Promise<EndedCase[]> {
  const { rows } = await db.raw<{ rows: EndedCase[] }>(
    `UPDATE referrals r SET status = 'withdrawn', withdrawal_reason = 'lapsed', decline_reason = NULL,
            ended_at = :at, changed_at = :at, version = r.version + 1
     FROM (SELECT id, status FROM referrals WHERE ended_at IS NULL AND changed_at < :before
           ORDER BY changed_at LIMIT :limit FOR UPDATE SKIP LOCKED) old
     WHERE r.id = old.id
     RETURNING ${CASE}`,
    { before, at, limit },
  );
  return rows;
}
