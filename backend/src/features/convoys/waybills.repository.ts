import type { Db } from '@qafila/db';

type Pair = { convoyVehicleId: string; stopId: string };

/** Vehicle and stop of goods on the manifest for which no waybill is issued yet. */
export async function pairsWithoutWaybill(db: Db, convoyId: string): Promise<Pair[]> {
  const { rows } = await db.raw<{ rows: Pair[] }>(
    `SELECT cv.id AS "convoyVehicleId", st.id AS "stopId"
     FROM convoy_vehicles cv JOIN stops st ON st.convoy_id = cv.convoy_id
     WHERE cv.convoy_id = ?
       AND EXISTS (SELECT 1 FROM manifest_lines m WHERE m.convoy_vehicle_id = cv.id AND m.stop_id = st.id
                   AND m.quantity > m.released_quantity)
       AND NOT EXISTS (SELECT 1 FROM waybills w WHERE w.convoy_vehicle_id = cv.id AND w.stop_id = st.id)
     ORDER BY cv.ordinal, st.ordinal`,
    [convoyId],
  );
  return rows;
}

export async function insertWaybills(
  db: Db,
  waybills: (Pair & { id: string; code: string; convoyId: string; issuedBy: string; issuedAt: Date })[],
): Promise<void> {
  if (waybills.length === 0) return;
  await db('waybills').insert(
    waybills.map((it) => ({
      id: it.id,
      code: it.code,
      convoy_id: it.convoyId,
      convoy_vehicle_id: it.convoyVehicleId,
      stop_id: it.stopId,
      issued_by: it.issuedBy,
      issued_at: it.issuedAt,
    })),
  );
}

/** Ids of the convoy's waybills by vehicle and stop. */
export async function waybillIds(db: Db, convoyId: string): Promise<(Pair & { id: string })[]> {
  return await db('waybills')
    .where({ convoy_id: convoyId })
    .select({ id: 'id', convoyVehicleId: 'convoy_vehicle_id', stopId: 'stop_id' });
}
