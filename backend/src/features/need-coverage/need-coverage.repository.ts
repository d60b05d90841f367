import type { Db } from '@qafila/db';

/** One need and where the goods for it stand, in the item's unit. */
export type CoverageRow = {
  needId: string;
  siteId: string;
  itemId: string;
  unitWeightG: number;
  priority: 1 | 2 | 3;
  neededBy: Date;
  needed: number;
  delivered: number;
  aboard: number;
  onHand: number;
  pledged: number;
  gap: number;
};

/**
 * What counts for which need, each unit in one place only:
 * - delivered: handed over good at a stop of the need's site
 * - aboard: loaded on manifest lines bound for the site, less what has left the vehicle again
 * - on hand: allotted to the site and not loaded yet, and free stock that was given for this need
 * - pledged: accepted for this need and still to come in
 */
const COVERAGE = `
  WITH delivered AS (
    SELECT s.site_id, l.item_id, sum(a.balance) AS quantity
    FROM lots l JOIN accounts a ON a.lot_id = l.id AND a.kind = 'delivered' JOIN stops s ON s.id = a.stop_id
    WHERE l.campaign_id = :campaignId
    GROUP BY s.site_id, l.item_id
  ), aboard AS (
    SELECT s.site_id, l.item_id,
           sum(t.quantity * ((destination.kind = 'vehicle')::int - (source.kind = 'vehicle')::int)) AS quantity
    FROM lots l
    JOIN transfers t ON t.lot_id = l.id
    JOIN manifest_lines m ON m.id = t.manifest_line_id JOIN stops s ON s.id = m.stop_id
    JOIN accounts source ON source.id = t.source_account_id
    JOIN accounts destination ON destination.id = t.destination_account_id
    WHERE l.campaign_id = :campaignId
    GROUP BY s.site_id, l.item_id
  ), allotted AS (
    SELECT s.site_id, l.item_id, sum(m.quantity - m.loaded_quantity - m.released_quantity) AS quantity
    FROM lots l JOIN manifest_lines m ON m.lot_id = l.id JOIN stops s ON s.id = m.stop_id
    WHERE l.campaign_id = :campaignId
    GROUP BY s.site_id, l.item_id
  ), free AS (
    SELECT p.need_id, sum(a.balance - a.allotted) AS quantity
    FROM lots l JOIN pledges p ON p.id = l.pledge_id JOIN accounts a ON a.lot_id = l.id AND a.kind = 'site'
    WHERE l.campaign_id = :campaignId AND p.need_id IS NOT NULL
    GROUP BY p.need_id
  ), pledged AS (
    SELECT need_id, sum(accepted_quantity - received_quantity - cancelled_quantity) AS quantity
    FROM pledges
    WHERE campaign_id = :campaignId AND need_id IS NOT NULL AND status IN ('accepted', 'partly_received')
    GROUP BY need_id
  ), shares AS (
    SELECT n.id, n.site_id, n.item_id, n.priority, n.needed_by, n.quantity AS needed,
           coalesce(delivered.quantity, 0) AS delivered,
           coalesce(aboard.quantity, 0) AS aboard,
           coalesce(allotted.quantity, 0) + coalesce(free.quantity, 0) AS on_hand,
           coalesce(pledged.quantity, 0) AS pledged
    FROM needs n
    LEFT JOIN delivered USING (site_id, item_id)
    LEFT JOIN aboard USING (site_id, item_id)
    LEFT JOIN allotted USING (site_id, item_id)
    LEFT JOIN free ON free.need_id = n.id
    LEFT JOIN pledged ON pledged.need_id = n.id
    WHERE n.campaign_id = :campaignId
  )
  SELECT shares.id AS "needId", site_id AS "siteId", item_id AS "itemId", i.unit_weight_g AS "unitWeightG",
         priority, needed_by AS "neededBy", needed, delivered, aboard, on_hand AS "onHand", pledged,
         greatest(0, needed - delivered - aboard - on_hand - pledged) AS gap
  FROM shares JOIN items i ON i.id = item_id`;

export async function coverageOf(db: Db, campaignId: string): Promise<CoverageRow[]> {
  const { rows } = await db.raw<{ rows: CoverageRow[] }>(COVERAGE, { campaignId });
  return rows;
}
