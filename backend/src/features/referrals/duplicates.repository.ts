import { type AidOffer, LIMITS } from '@qafila/contract';
import type { Db } from '@qafila/db';

/** Counts one question of a caseworker; false when the hour's are used up. */
export async function countCheck(db: Db, userId: string, now: Date): Promise<boolean> {
  const { rows } = await db.raw(
    `INSERT INTO referral_checks AS c (user_id, hour, count) VALUES (:userId, date_trunc('hour', :now::timestamptz), 1)
     ON CONFLICT (user_id) DO UPDATE SET
       count = CASE WHEN c.hour = excluded.hour THEN c.count + 1 ELSE 1 END,
       hour = excluded.hour
     WHERE c.hour <> excluded.hour OR c.count < :maximum
     RETURNING count`,
    { userId, now, maximum: LIMITS.duplicateChecksPerHour },
  );
  return rows.length === 1;
}

/** Two who register the same citizen at once do so one after the other: the second is told of the first. */
export async function lockCitizen(db: Db, hash: Buffer): Promise<void> {
  await db.raw('SELECT pg_advisory_xact_lock(16, :key)', { key: hash.readInt32BE(0) });
}

export type KnownCases = { hasOpenCase: boolean; wasHelpedRecently: boolean; ownReferralId: string | null };

export async function knownCases(
  db: Db,
  asked: AidOffer & { hash: Buffer; helpedSince: string; userId: string },
): Promise<KnownCases> {
  const { rows } = await db.raw<{ rows: KnownCases[] }>(
    `WITH cases AS (
       SELECT r.id, r.caseworker_id, r.last_help_on, r.opened_at,
              r.ended_at IS NULL AND r.cadence = :cadence AS "isOpen"
       FROM referral_people p JOIN referrals r ON r.id = p.referral_id
       WHERE p.national_id_hash = :hash AND r.kind = :kind
     )
     SELECT coalesce(bool_or("isOpen"), false) AS "hasOpenCase",
            coalesce(bool_or(last_help_on >= :helpedSince), false) AS "wasHelpedRecently",
            (SELECT id FROM cases WHERE "isOpen" AND caseworker_id = :userId
             ORDER BY opened_at DESC LIMIT 1) AS "ownReferralId"
     FROM cases`,
    asked,
  );
  return rows[0] ?? { hasOpenCase: false, wasHelpedRecently: false, ownReferralId: null };
}
