import type { DriverReport } from '@qafila/contract';
import type { Db } from '@qafila/db';

/** Notes a report once; false when this very report of the vehicle is known. */
export async function insertReport(
  db: Db,
  convoyVehicleId: string,
  { id, kind, at, stopId, place, note }: Omit<DriverReport, 'at'> & { at: Date },
  receivedAt: Date,
): Promise<boolean> {
  const noted = await db('driver_reports')
    .insert({
      id,
      convoy_vehicle_id: convoyVehicleId,
      kind,
      at,
      received_at: receivedAt,
      stop_id: stopId,
      lat: place?.lat ?? null,
      lng: place?.lng ?? null,
      note,
    })
    .onConflict(['convoy_vehicle_id', 'id'])
    .ignore()
    .returning('id');
  return noted.length > 0;
}
