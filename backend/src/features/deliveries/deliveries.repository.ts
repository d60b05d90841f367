import type { DeliveryRow } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { z } from 'zod';
import { siteRefSql } from '../reference/index.ts';

type Row = z.output<typeof DeliveryRow>;
export type DeliveryRowOf = Omit<
  Row,
  'settledAt' | 'plannedArrivalAt' | 'arrivedAt' | 'loadedKg' | 'goodKg' | 'damagedKg' | 'missingKg'
> & {
  settledAt: Date | null;
  plannedArrivalAt: Date;
  arrivedAt: Date | null;
  loadedG: number;
  goodG: number;
  damagedG: number;
  missingG: number;
};

/**
 * Waybills of departed convoys with goods on them, newest first; those of a skipped stop came back uncounted and are
 * left out. With `only`, the share of one association.
 */
export async function selectDeliveryRows(
  db: Db,
  campaignId: string,
  only: string | null,
): Promise<DeliveryRowOf[]> {
  const { rows } = await db.raw<{ rows: DeliveryRowOf[] }>(
    `SELECT w.id, w.code, w.convoy_vehicle_id AS "convoyVehicleId", w.stop_id AS "stopId",
            d.created_at AS "settledAt", c.id AS "convoyId", c.code AS "convoyCode", v.plate,
            ${siteRefSql('s')} AS destination, st.status AS "stopStatus",
            st.planned_arrival_at AS "plannedArrivalAt", st.arrived_at AS "arrivedAt",
            load.lines AS "lineCount", load.loaded_g AS "loadedG", load.good_g AS "goodG",
            load.damaged_g AS "damagedG", load.missing_g AS "missingG", d.receiver_name AS "receiverName"
     FROM waybills w
     JOIN convoys c ON c.id = w.convoy_id
     JOIN stops st ON st.id = w.stop_id
     JOIN sites s ON s.id = st.site_id
     JOIN convoy_vehicles cv ON cv.id = w.convoy_vehicle_id
     JOIN vehicles v ON v.id = cv.vehicle_id
     LEFT JOIN deliveries d ON d.waybill_id = w.id
     CROSS JOIN LATERAL (
       SELECT count(*) AS lines,
              sum(m.loaded_quantity::bigint * m.unit_weight_g) AS loaded_g,
              coalesce(sum(dl.good_quantity::bigint * m.unit_weight_g), 0) AS good_g,
              coalesce(sum(dl.damaged_quantity::bigint * m.unit_weight_g), 0) AS damaged_g,
              coalesce(sum(dl.missing_quantity::bigint * m.unit_weight_g), 0) AS missing_g
       FROM manifest_lines m
       JOIN lots l ON l.id = m.lot_id
       LEFT JOIN delivery_lines dl ON dl.manifest_line_id = m.id
       WHERE m.convoy_vehicle_id = w.convoy_vehicle_id AND m.stop_id = w.stop_id AND m.loaded_quantity > 0
         AND (CAST(:only AS uuid) IS NULL OR l.association_id = :only)
     ) load
     WHERE c.campaign_id = :campaignId AND c.departed_at IS NOT NULL AND load.lines > 0
       AND (st.status <> 'skipped' OR d.id IS NOT NULL)
     ORDER BY coalesce(d.created_at, w.issued_at) DESC, w.code DESC`,
    { campaignId, only },
  );
  return rows;
}
