import type { ManifestLine, NamedRef, WaybillRef } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { itemRefSql, namedRefSql } from '../reference/index.ts';

/** A line taken off before departure leaves no trace here; what stayed behind at departure does. */
export async function selectLines(db: Db, convoyId: string, only: string | null): Promise<ManifestLine[]> {
  const { rows } = await db.raw<{ rows: ManifestLine[] }>(
    `SELECT m.id, m.convoy_vehicle_id AS "convoyVehicleId", m.stop_id AS "stopId",
            m.site_account_id AS "accountId", m.lot_id AS "lotId", l.code AS "lotCode",
            ${itemRefSql('i')} AS item, ${namedRefSql('a')} AS association,
            m.quantity, m.loaded_quantity AS "loadedQuantity", m.released_quantity AS "releasedQuantity"
     FROM manifest_lines m
     JOIN convoys c ON c.id = m.convoy_id
     JOIN lots l ON l.id = m.lot_id
     JOIN items i ON i.id = m.item_id
     JOIN associations a ON a.id = l.association_id
     JOIN convoy_vehicles cv ON cv.id = m.convoy_vehicle_id
     JOIN stops st ON st.id = m.stop_id
     WHERE m.convoy_id = :convoyId AND (CAST(:only AS uuid) IS NULL OR l.association_id = :only)
       AND (m.quantity > m.released_quantity OR c.status NOT IN ('draft', 'planned', 'loading'))
     ORDER BY cv.ordinal, st.ordinal, i.code, l.code, m.id`,
    { convoyId, only },
  );
  return rows;
}

export type WaybillRefRow = Omit<WaybillRef, 'settledAt'> & { settledAt: Date | null };

/** Waybills with goods on them, in the order of their numbers. */
export async function selectWaybillRefs(db: Db, convoyId: string): Promise<WaybillRefRow[]> {
  const { rows } = await db.raw<{ rows: WaybillRefRow[] }>(
    `SELECT w.id, w.code, w.convoy_vehicle_id AS "convoyVehicleId", w.stop_id AS "stopId",
            d.created_at AS "settledAt"
     FROM waybills w
     LEFT JOIN deliveries d ON d.waybill_id = w.id
     WHERE w.convoy_id = ? AND EXISTS (
       SELECT 1 FROM manifest_lines m
       WHERE m.convoy_vehicle_id = w.convoy_vehicle_id AND m.stop_id = w.stop_id
         AND m.quantity > m.released_quantity)
     ORDER BY w.issued_at, w.code`,
    [convoyId],
  );
  return rows;
}

export type CargoRow = { convoyId: string; association: NamedRef; category: string; weightG: number };

/** Weight on every convoy of the campaign, by association and category. */
export async function selectCargo(db: Db, campaignId: string, only: string | null): Promise<CargoRow[]> {
  const { rows } = await db.raw<{ rows: CargoRow[] }>(
    `SELECT m.convoy_id AS "convoyId", ${namedRefSql('a')} AS association, i.category,
            sum((m.quantity - m.released_quantity)::bigint * m.unit_weight_g) AS "weightG"
     FROM manifest_lines m
     JOIN convoys c ON c.id = m.convoy_id
     JOIN lots l ON l.id = m.lot_id
     JOIN associations a ON a.id = l.association_id
     JOIN items i ON i.id = m.item_id
     WHERE c.campaign_id = :campaignId AND m.quantity > m.released_quantity
       AND (CAST(:only AS uuid) IS NULL OR l.association_id = :only)
     GROUP BY m.convoy_id, a.id, i.category
     ORDER BY m.convoy_id, "weightG" DESC`,
    { campaignId, only },
  );
  return rows;
}
