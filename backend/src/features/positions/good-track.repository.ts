import type { Db } from '@qafila/db';
import type { VehicleSpan } from './track.repository.ts';
import { createSieve, type TrackFix } from './track.ts';

const PAGE = 5_000;

type Row = { at: number; lat: number; lng: number; speed_mps: number | null };

/** Every fix that the vehicle can really have driven through while it was on the convoy, oldest first, by the page. */
export async function* goodTrack(db: Db, span: VehicleSpan): AsyncGenerator<TrackFix[]> {
  const sieve = createSieve(span.plausibleSpeedMps);
  let after = span.from.getTime() - 1;
  for (;;) {
    const fixes = await pageAfter(db, span, new Date(after));
    yield fixes.flatMap(sieve.take);
    const last = fixes.at(-1);
    if (!last || fixes.length < PAGE) break;
    after = last.recordedAtMs;
  }
  yield sieve.rest();
}

async function pageAfter(db: Db, { number, to }: VehicleSpan, after: Date): Promise<TrackFix[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `SELECT extract(epoch FROM recorded_at)::float8 AS at, lat, lng, speed_mps FROM positions
     WHERE vehicle_number = :number AND flags = 0 AND recorded_at > :after AND recorded_at <= :to
     ORDER BY recorded_at LIMIT ${PAGE}`,
    { number, after, to },
  );
  return rows.map(({ at, lat, lng, speed_mps }) => ({
    recordedAtMs: Math.round(at * 1000),
    lat,
    lng,
    speedMps: speed_mps,
  }));
}
