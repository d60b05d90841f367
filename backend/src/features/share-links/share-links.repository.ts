import type { ShareKind, SharePrecision } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Share } from '../../platform/context.ts';

export type LinkRow = Share & {
  label: string;
  convoyCode: string | null;
  createdAt: Date;
  createdByName: string;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  useCount: number;
  isArchived: boolean;
};

const LINKS = `
  SELECT l.id, l.kind, l.precision, l.label, l.campaign_id AS "campaignId", l.convoy_id AS "convoyId",
         c.code AS "convoyCode", l.created_at AS "createdAt", u.name AS "createdByName", l.expires_at AS "expiresAt",
         l.revoked_at AS "revokedAt", l.last_used_at AS "lastUsedAt", l.use_count AS "useCount",
         campaign.status = 'archived' AS "isArchived"
  FROM share_links l
  JOIN campaigns campaign ON campaign.id = l.campaign_id
  JOIN users u ON u.id = l.created_by
  LEFT JOIN convoys c ON c.id = l.convoy_id`;

export async function linksOfCampaign(db: Db, campaignId: string): Promise<LinkRow[]> {
  const { rows } = await db.raw<{ rows: LinkRow[] }>(
    `${LINKS} WHERE l.campaign_id = ? ORDER BY l.created_at DESC, l.id`,
    [campaignId],
  );
  return rows;
}

export async function linksById(db: Db, ids: readonly string[]): Promise<LinkRow[]> {
  const { rows } = await db.raw<{ rows: LinkRow[] }>(`${LINKS} WHERE l.id = ANY(CAST(:ids AS uuid[]))`, {
    ids: [...ids],
  });
  return rows;
}

export async function isOfCampaign(db: Db, convoyId: string, campaignId: string): Promise<boolean> {
  return (await db('convoys').where({ id: convoyId, campaign_id: campaignId }).first('id')) !== undefined;
}

export type NewLink = {
  id: string;
  kind: ShareKind;
  precision: SharePrecision;
  label: string;
  campaignId: string;
  convoyId: string | null;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
};

export async function insertLink(db: Db, link: NewLink): Promise<void> {
  await db('share_links').insert({
    id: link.id,
    kind: link.kind,
    precision: link.precision,
    label: link.label,
    campaign_id: link.campaignId,
    convoy_id: link.convoyId,
    created_by: link.createdBy,
    created_at: link.createdAt,
    expires_at: link.expiresAt,
  });
}

/** False when it had been revoked before. */
export async function markRevoked(db: Db, id: string, by: string, at: Date): Promise<boolean> {
  const changed = await db('share_links')
    .where({ id })
    .whereNull('revoked_at')
    .update({ revoked_at: at, revoked_by: by });
  return changed > 0;
}

export async function addUses(db: Db, id: string, openings: number, at: Date): Promise<void> {
  await db.raw(
    `UPDATE share_links SET use_count = use_count + :openings, last_used_at = greatest(last_used_at, :at) WHERE id = :id`,
    { id, openings, at },
  );
}
