import { FIX_FLAGS } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { alarmIn, isSos } from '../positions/index.ts';
import type { FoldFix } from './fold/vehicle-state.ts';

const TIMELESS = FIX_FLAGS.future | FIX_FLAGS.ancient;

type Row = {
  recorded_at: Date;
  lat: number;
  lng: number;
  accuracy_m: number | null;
  battery_pct: number | null;
  flags: number;
  alarm: string | null;
  event: string | null;
};

/** The next `limit` fixes of a vehicle after an instant, in the order of their own time. */
export async function fixesAfter(
  db: Db,
  vehicleNumber: number,
  afterMs: number,
  limit: number,
): Promise<FoldFix[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `SELECT recorded_at, lat, lng, accuracy_m, battery_pct, flags, attributes->>'alarm' AS alarm,
            attributes->>'event' AS event
     FROM positions
     WHERE vehicle_number = :vehicleNumber AND recorded_at > :after AND flags & :timeless = 0
     ORDER BY recorded_at
     LIMIT :limit`,
    { vehicleNumber, after: new Date(afterMs), timeless: TIMELESS, limit },
  );
  return rows.map((row) => ({
    atMs: row.recorded_at.getTime(),
    lat: row.lat,
    lng: row.lng,
    accuracyM: row.accuracy_m,
    batteryPct: row.battery_pct,
    flags: row.flags,
    isSos: isSos(alarmIn(row.alarm ?? undefined)) || row.event === 'sos',
  }));
}

/** When each of these vehicles was last heard of, by all the processes that take fixes. */
export async function newestInstants(db: Db, numbers: readonly number[]): Promise<Map<number, number>> {
  const rows: { vehicle_number: number; recorded_at: Date }[] = await db('last_positions')
    .whereIn('vehicle_number', numbers)
    .select('vehicle_number', 'recorded_at');
  return new Map(rows.map((row) => [row.vehicle_number, row.recorded_at.getTime()]));
}
