import type { NamedRef, ReferralStatus, ReferralStep, ReferralStepKind } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { namedRefSql } from '../reference/index.ts';

export type NewStep = {
  referralId: string;
  at: Date;
  /** Null for the server itself. */
  actorId: string | null;
  kind: ReferralStepKind;
  from: ReferralStatus | null;
  to: ReferralStatus;
  associationId: string | null;
  reason?: ReferralStep['reason'];
  note?: string;
};

export async function insertSteps(db: Db, steps: readonly NewStep[]): Promise<void> {
  await db('referral_steps').insert(
    steps.map((it) => ({
      referral_id: it.referralId,
      at: it.at,
      actor_id: it.actorId,
      kind: it.kind,
      from_status: it.from,
      to_status: it.to,
      association_id: it.associationId,
      reason: it.reason ?? null,
      note: it.note ?? '',
    })),
  );
}

/** Oldest first, without what was written; `only`: those of one association's time with the case. */
export async function stepsOf(db: Db, referralId: string, only: string | null): Promise<ReferralStep[]> {
  const { rows } = await db.raw<{ rows: (Omit<ReferralStep, 'at'> & { at: Date })[] }>(
    `SELECT s.id, s.at, s.kind, u.name AS "actorName", s.from_status AS "from", s.to_status AS "to", s.reason,
            CASE WHEN a.id IS NOT NULL THEN ${namedRefSql('a')} END AS association
     FROM referral_steps s LEFT JOIN users u ON u.id = s.actor_id LEFT JOIN associations a ON a.id = s.association_id
     WHERE s.referral_id = :referralId AND (s.association_id = :only OR :only::uuid IS NULL)
     ORDER BY s.id`,
    { referralId, only },
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export type Decline = { reason: ReferralStep['reason']; association: NamedRef };

/** The last time that this association sent each of these cases back. */
export async function declinesBy(
  db: Db,
  associationId: string,
  referralIds: readonly string[],
): Promise<Map<string, Decline>> {
  const { rows } = await db.raw<{ rows: (Decline & { referralId: string })[] }>(
    `SELECT DISTINCT ON (s.referral_id) s.referral_id AS "referralId", s.reason, ${namedRefSql('a')} AS association
     FROM referral_steps s JOIN associations a ON a.id = s.association_id
     WHERE s.association_id = :associationId AND s.kind = 'decline' AND s.referral_id = ANY(CAST(:ids AS uuid[]))
     ORDER BY s.referral_id, s.id DESC`,
    { associationId, ids: [...referralIds] },
  );
  return new Map(rows.map(({ referralId, ...decline }) => [referralId, decline]));
}
