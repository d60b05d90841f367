import type { Db } from '@qafila/db';
import type { TrackFix } from './track.ts';

export type VehicleSpan = {
  vehicleId: string;
  number: number;
  plausibleSpeedMps: number;
  from: Date;
  to: Date;
};

/** The vehicles of a convoy, and from when to when each was on it: an instant while loading has not begun. */
export async function vehicleSpans(db: Db, convoyId: string, now: Date): Promise<VehicleSpan[]> {
  const rows: {
    vehicle_id: string;
    number: number;
    plausible_speed_mps: number;
    loading_at: Date | null;
    until: Date | null;
  }[] = await db('convoy_vehicles as cv')
    .join('vehicles as v', 'v.id', 'cv.vehicle_id')
    .join('convoys as c', 'c.id', 'cv.convoy_id')
    .where('cv.convoy_id', convoyId)
    .orderBy('cv.ordinal')
    .select(
      'cv.vehicle_id',
      'v.number',
      'v.plausible_speed_mps',
      'c.loading_at',
      db.raw('least(cv.released_at, c.ended_at) AS until'),
    );
  return rows.map((row) => {
    const to = row.until ?? now;
    return {
      vehicleId: row.vehicle_id,
      number: row.number,
      plausibleSpeedMps: row.plausible_speed_mps,
      from: row.loading_at ?? to,
      to,
    };
  });
}

type SampleRow = { asked: number; at: number; lat: number; lng: number; speed_mps: number | null };

/**
 * Good fixes of each span asked about, in no particular order. The time between a vehicle's first fix and its last is
 * cut in `count − 1` equal parts, and of each the first fix is found by one probe of the index, however many lie
 * between; the last fix of all is always among them.
 */
export async function sampledFixes(
  db: Db,
  spans: readonly Pick<VehicleSpan, 'number' | 'from' | 'to'>[],
  count: number,
): Promise<TrackFix[][]> {
  const { rows } = (await db.raw(
    // Parts are in seconds, because a day is not always as long as another; cut by a microsecond, so that rounding
    // does not carry the last part beyond the last fix.
    `WITH ends AS (
       SELECT asked, number, first, last, greatest(interval '1 millisecond',
         make_interval(secs => extract(epoch FROM last - first)::float8 / (:count::int - 1)) - interval '1 microsecond'
       ) AS part
       FROM unnest(:numbers::int[], :froms::timestamptz[], :tos::timestamptz[]) WITH ORDINALITY
              AS span (number, since, until, asked),
         LATERAL (
           SELECT min(recorded_at) AS first, max(recorded_at) AS last FROM positions
           WHERE vehicle_number = number AND flags = 0 AND recorded_at BETWEEN since AND until
         ) AS known
     )
     SELECT asked, extract(epoch FROM recorded_at)::float8 AS at, lat, lng, speed_mps
     FROM ends, generate_series(first, last, part) AS since,
       LATERAL (
         SELECT recorded_at, lat, lng, speed_mps FROM positions
         WHERE vehicle_number = number AND flags = 0 AND recorded_at >= since AND recorded_at < since + part
         ORDER BY recorded_at LIMIT 1
       ) AS fix`,
    {
      count,
      numbers: spans.map(({ number }) => number),
      froms: spans.map(({ from }) => from),
      tos: spans.map(({ to }) => to),
    },
  )) as { rows: SampleRow[] };
  const samples: TrackFix[][] = spans.map(() => []);
  for (const { asked, at, lat, lng, speed_mps } of rows) {
    samples[asked - 1]?.push({ recordedAtMs: Math.round(at * 1000), lat, lng, speedMps: speed_mps });
  }
  return samples;
}
