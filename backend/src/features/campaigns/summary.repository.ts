import type { Db } from '@qafila/db';

export type Tallies = {
  associationCount: number;
  offeredCount: number;
  damagedG: number;
  missingG: number;
};

/** `only`: count pledges of this association alone; null for all. Losses are the whole campaign's. */
export async function talliesOf(db: Db, campaignId: string, only: string | null): Promise<Tallies> {
  const { rows } = await db.raw<{ rows: Tallies[] }>(
    `SELECT
       (SELECT count(*) FROM participations WHERE campaign_id = :campaignId) AS "associationCount",
       (SELECT count(*) FROM pledges
        WHERE campaign_id = :campaignId AND status = 'offered' AND (association_id = :only OR :only::uuid IS NULL))
         AS "offeredCount",
       coalesce(sum(a.balance::bigint * i.unit_weight_g) FILTER (WHERE a.loss_reason = 'damaged'), 0) AS "damagedG",
       coalesce(sum(a.balance::bigint * i.unit_weight_g) FILTER (WHERE a.loss_reason = 'missing'), 0) AS "missingG"
     FROM lots l JOIN items i ON i.id = l.item_id JOIN accounts a ON a.lot_id = l.id AND a.kind = 'lost'
     WHERE l.campaign_id = :campaignId`,
    { campaignId, only },
  );
  return rows[0] as Tallies;
}

/** Convoys by state; states without a convoy are left out. `only`: those that carry this association's goods. */
export async function convoyCountsOf(
  db: Db,
  campaignId: string,
  only: string | null,
): Promise<{ status: string; count: number }[]> {
  const { rows } = await db.raw<{ rows: { status: string; count: number }[] }>(
    `SELECT c.status, count(*) AS count
     FROM convoys c
     WHERE c.campaign_id = :campaignId
       AND (:only::uuid IS NULL OR EXISTS (
         SELECT FROM manifest_lines m JOIN lots l ON l.id = m.lot_id
         WHERE m.convoy_id = c.id AND l.association_id = :only AND m.quantity > m.released_quantity))
     GROUP BY c.status`,
    { campaignId, only },
  );
  return rows;
}
