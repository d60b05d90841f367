import type { Db } from '@qafila/db';

export type StockRow = {
  accountId: number;
  siteId: string;
  lotId: string;
  lotCode: string;
  itemId: string;
  associationId: string;
  pledgeId: string;
  needSiteId: string | null;
  expiresOn: string | null;
  receivedAt: Date;
  onHand: number;
  allotted: number;
};

/**
 * What each site holds of each lot; what expires first stands first. `only`: lots of this association alone;
 * `accountId`: what this one account holds.
 */
export async function stockRowsOf(
  db: Db,
  campaignId: string,
  { only, accountId = null }: { only: string | null; accountId?: number | null },
): Promise<StockRow[]> {
  const { rows } = await db.raw<{ rows: StockRow[] }>(
    `SELECT a.id AS "accountId", a.site_id AS "siteId", l.id AS "lotId", l.code AS "lotCode",
            l.item_id AS "itemId", l.association_id AS "associationId", l.pledge_id AS "pledgeId",
            n.site_id AS "needSiteId", l.expires_on AS "expiresOn", r.received_at AS "receivedAt",
            a.balance AS "onHand", a.allotted
     FROM lots l
     JOIN accounts a ON a.lot_id = l.id AND a.kind = 'site' AND a.balance > 0
     JOIN receipts r ON r.lot_id = l.id
     JOIN sites s ON s.id = a.site_id
     JOIN items i ON i.id = l.item_id
     JOIN pledges p ON p.id = l.pledge_id
     LEFT JOIN needs n ON n.id = p.need_id
     WHERE l.campaign_id = :campaignId AND (l.association_id = :only OR :only::uuid IS NULL)
       AND (a.id = :accountId OR :accountId::bigint IS NULL)
     ORDER BY s.name_en, s.id, i.category, i.code, l.expires_on NULLS LAST, r.received_at, a.id`,
    { campaignId, only, accountId },
  );
  return rows;
}
