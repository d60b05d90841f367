import type { PledgeOverride } from '@qafila/contract';
import type { Db } from '@qafila/db';

type Row = Omit<PledgeOverride, 'grantedAt' | 'revoked'> & {
  grantedAt: Date;
  revokedAt: Date | null;
  revokedByName: string | null;
  revokeReason: string | null;
};

const IN_FORCE = 'p.revoked_at IS NULL AND p.ends_on >= :today';
const ENTRY = `
  SELECT p.id, p.reason, p.granted_at AS "grantedAt", g.name AS "grantedByName", p.ends_on AS "endsOn",
         (${IN_FORCE}) AS "isInForce", p.revoked_at AS "revokedAt", r.name AS "revokedByName",
         p.revoke_reason AS "revokeReason",
         jsonb_build_object('id', a.id, 'nameAr', a.name_ar, 'nameEn', a.name_en) AS association
  FROM pledge_overrides p
  JOIN associations a ON a.id = p.association_id
  JOIN users g ON g.id = p.granted_by
  LEFT JOIN users r ON r.id = p.revoked_by`;

export type OverrideSelection = {
  today: string;
  inForce: boolean;
  id?: string | undefined;
  associationId?: string | undefined;
  governorateCode?: string | undefined;
  before?: { grantedAt: string; id: string } | undefined;
  limit: number;
};

/** Newest first. */
export async function selectOverrides(db: Db, asked: OverrideSelection): Promise<PledgeOverride[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `${ENTRY}
     WHERE (NOT :inForce OR ${IN_FORCE})
       AND (p.id = :id OR CAST(:id AS uuid) IS NULL)
       AND (p.association_id = :associationId OR CAST(:associationId AS uuid) IS NULL)
       AND (a.governorate_code = :governorateCode OR CAST(:governorateCode AS text) IS NULL)
       AND (CAST(:beforeAt AS timestamptz) IS NULL OR (p.granted_at, p.id) < (:beforeAt, CAST(:beforeId AS uuid)))
     ORDER BY p.granted_at DESC, p.id DESC
     LIMIT :limit`,
    {
      today: asked.today,
      inForce: asked.inForce,
      id: asked.id ?? null,
      associationId: asked.associationId ?? null,
      governorateCode: asked.governorateCode ?? null,
      beforeAt: asked.before?.grantedAt ?? null,
      beforeId: asked.before?.id ?? null,
      limit: asked.limit,
    },
  );
  return rows.map(toOverride);
}

function toOverride({ grantedAt, revokedAt, revokedByName, revokeReason, ...row }: Row): PledgeOverride {
  return {
    ...row,
    grantedAt: grantedAt.toISOString(),
    revoked: revokedAt && {
      at: revokedAt.toISOString(),
      byName: revokedByName ?? '',
      reason: revokeReason ?? '',
    },
  };
}

export async function insertOverride(
  db: Db,
  it: { id: string; associationId: string; reason: string; endsOn: string; at: Date; by: string },
): Promise<void> {
  await db('pledge_overrides').insert({
    id: it.id,
    association_id: it.associationId,
    reason: it.reason,
    ends_on: it.endsOn,
    granted_at: it.at,
    granted_by: it.by,
  });
}

/** False when it is revoked already. */
export async function revokeOverride(
  db: Db,
  id: string,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Promise<boolean> {
  const changed = await db('pledge_overrides')
    .where({ id, revoked_at: null })
    .update({ revoked_at: at, revoked_by: by, revoke_reason: reason });
  return changed === 1;
}
