import type { ItemRef, NamedRef } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { itemRefSql, namedRefSql } from '../reference/index.ts';
import type { FreeStock, OpenNeed } from './fill.ts';

export type OpenNeedRow = OpenNeed & { item: ItemRef };
export type FreeStockRow = FreeStock & { item: ItemRef; lotCode: string; association: NamedRef };

/**
 * Needs of the convoy's stops that are not yet answered by what was delivered good there or rides, on any convoy,
 * towards it. In the order of the stops.
 */
export async function selectOpenNeeds(db: Db, convoyId: string): Promise<OpenNeedRow[]> {
  const { rows } = await db.raw<{ rows: OpenNeedRow[] }>(
    `SELECT st.id AS "stopId", n.site_id AS "siteId", n.item_id AS "itemId", n.priority,
            n.needed_by AS "neededBy", n.quantity - coalesce(answered.quantity, 0) AS open,
            i.unit_weight_g AS "unitWeightG", i.unit_volume_ml AS "unitVolumeMl", ${itemRefSql('i')} AS item
     FROM convoys c
     JOIN stops st ON st.convoy_id = c.id AND st.status = 'pending'
     JOIN needs n ON n.campaign_id = c.campaign_id AND n.site_id = st.site_id
     JOIN items i ON i.id = n.item_id
     LEFT JOIN LATERAL (
       SELECT sum(coalesce(d.good_quantity, m.quantity - m.released_quantity)) AS quantity
       FROM stops other
       JOIN convoys oc ON oc.id = other.convoy_id AND oc.campaign_id = n.campaign_id
       JOIN manifest_lines m ON m.stop_id = other.id AND m.item_id = n.item_id
       LEFT JOIN delivery_lines d ON d.manifest_line_id = m.id
       WHERE other.site_id = n.site_id AND (other.status <> 'skipped' OR d.manifest_line_id IS NOT NULL)
     ) answered ON true
     WHERE c.id = ? AND n.quantity > coalesce(answered.quantity, 0)
     ORDER BY st.ordinal, i.code`,
    [convoyId],
  );
  return rows;
}

/** Free goods of the campaign at the convoy's origin. */
export async function selectFreeStock(db: Db, convoyId: string): Promise<FreeStockRow[]> {
  const { rows } = await db.raw<{ rows: FreeStockRow[] }>(
    `SELECT a.id AS "accountId", l.item_id AS "itemId", a.balance - a.allotted AS free,
            n.site_id AS "needSiteId", l.expires_on AS "expiresOn", l.code AS "lotCode",
            ${itemRefSql('i')} AS item, ${namedRefSql('asn')} AS association
     FROM convoys c
     JOIN accounts a ON a.kind = 'site' AND a.site_id = c.origin_site_id
     JOIN lots l ON l.id = a.lot_id AND l.campaign_id = c.campaign_id
     JOIN pledges p ON p.id = l.pledge_id
     JOIN items i ON i.id = l.item_id
     JOIN associations asn ON asn.id = l.association_id
     LEFT JOIN needs n ON n.id = p.need_id
     WHERE c.id = ? AND a.balance > a.allotted
     ORDER BY a.id`,
    [convoyId],
  );
  return rows;
}
