import type { Db } from '@qafila/db';
import type { TrackFix } from './track.ts';

/** One vehicle, and from when to when it was on a convoy. */
export type VehicleSpan = {
  vehicleId: string;
  number: number;
  plausibleSpeedMps: number;
  from: Date;
  to: Date;
};
export type ConvoySpan = VehicleSpan & {
  convoyId: string;
  ordinal: number;
  plate: string;
  departedAt: Date | null;
};

/** Which convoys: those of a campaign, or one. */
export type Selection = { campaignId: string } | { convoyId: string };

/**
 * The vehicles of convoys, in order, from the beginning of loading to when they left the convoy or it ended: an instant
 * while loading has not begun. A vehicle that came from another convoy counts from when it had left that one. With
 * `only`, of convoys that carry goods of that association.
 */
export async function convoySpans(
  db: Db,
  which: Selection,
  only: string | null,
  now: Date,
): Promise<ConvoySpan[]> {
  const isOne = 'convoyId' in which;
  const { rows } = await db.raw<{ rows: ConvoySpan[] }>(
    `SELECT cv.vehicle_id AS "vehicleId", v.number, v.plausible_speed_mps AS "plausibleSpeedMps",
            cv.convoy_id AS "convoyId", cv.ordinal, v.plate, c.departed_at AS "departedAt",
            coalesce(greatest(c.loading_at, before.released_at), span.until) AS "from", span.until AS "to"
     FROM convoys c
     JOIN convoy_vehicles cv ON cv.convoy_id = c.id
     JOIN vehicles v ON v.id = cv.vehicle_id
     CROSS JOIN LATERAL (SELECT coalesce(least(cv.released_at, c.ended_at), :now) AS until) span
     LEFT JOIN LATERAL (
       SELECT max(other.released_at) AS released_at FROM convoy_vehicles other
       WHERE other.vehicle_id = cv.vehicle_id AND other.id <> cv.id
         AND other.released_at > c.loading_at AND other.released_at < span.until
     ) before ON true
     WHERE ${isOne ? 'c.id' : 'c.campaign_id'} = :which
       AND (CAST(:only AS uuid) IS NULL OR EXISTS (
         SELECT FROM manifest_lines m JOIN lots l ON l.id = m.lot_id
         WHERE m.convoy_id = c.id AND l.association_id = :only AND m.quantity > m.released_quantity))
     ORDER BY c.created_at, c.code, cv.ordinal`,
    { which: isOne ? which.convoyId : which.campaignId, only, now },
  );
  return rows;
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
