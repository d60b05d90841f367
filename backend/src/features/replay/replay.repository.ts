import { LIMITS, type ReplayEvent } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Selection, VehicleSpan } from '../positions/index.ts';
import { namedRefSql } from '../reference/index.ts';

export type EventRow = Omit<ReplayEvent, 'at'> & { at: Date };

/** What happened to the convoys, oldest first; of very many alerts, the newest. With `only`, to those with goods of that association, and its goods. */
export async function convoyEvents(db: Db, which: Selection, only: string | null): Promise<EventRow[]> {
  const isOne = 'convoyId' in which;
  const { rows } = await db.raw<{ rows: EventRow[] }>(
    `WITH seen AS (
       SELECT c.id, c.code, c.status, c.departed_at, c.ended_at FROM convoys c
       WHERE ${isOne ? 'c.id' : 'c.campaign_id'} = :which
         AND (CAST(:only AS uuid) IS NULL OR EXISTS (
           SELECT FROM manifest_lines m JOIN lots l ON l.id = m.lot_id
           WHERE m.convoy_id = c.id AND l.association_id = :only AND m.quantity > m.released_quantity))
     ), happened (at, kind, convoy_id, code, site_id, detail, delivered_g) AS (
       SELECT departed_at, 'departed', id, code, NULL::uuid, NULL, NULL::bigint FROM seen WHERE departed_at IS NOT NULL
       UNION ALL
       SELECT ended_at, 'settled', id, code, NULL, NULL, NULL FROM seen WHERE status = 'settled'
       UNION ALL
       SELECT st.arrived_at, 'arrived', seen.id, code, st.site_id, NULL, NULL
       FROM seen JOIN stops st ON st.convoy_id = seen.id WHERE st.arrived_at IS NOT NULL
       UNION ALL
       SELECT d.signed_at, 'delivered', seen.id, seen.code, st.site_id, NULL,
              sum(line.good_quantity::bigint * m.unit_weight_g)::bigint
       FROM seen
       JOIN waybills w ON w.convoy_id = seen.id
       JOIN deliveries d ON d.waybill_id = w.id
       JOIN stops st ON st.id = w.stop_id
       JOIN delivery_lines line ON line.delivery_id = d.id
       JOIN manifest_lines m ON m.id = line.manifest_line_id
       JOIN lots l ON l.id = m.lot_id AND (CAST(:only AS uuid) IS NULL OR l.association_id = :only)
       GROUP BY d.id, d.signed_at, seen.id, seen.code, st.site_id
       UNION ALL
       (SELECT a.began_at, 'alert', seen.id, seen.code, st.site_id, a.kind, NULL
        FROM seen JOIN alerts a ON a.convoy_id = seen.id LEFT JOIN stops st ON st.id = a.stop_id
        WHERE a.status <> 'retracted' AND a.raised_at IS NOT NULL
        ORDER BY a.began_at DESC LIMIT ${LIMITS.replayAlerts})
     )
     SELECT at, h.kind, convoy_id AS "convoyId", h.code AS "convoyCode", detail,
            CASE WHEN s.id IS NOT NULL THEN ${namedRefSql('s')} END AS place, delivered_g / 1000.0 AS "deliveredKg"
     FROM happened h LEFT JOIN sites s ON s.id = h.site_id
     ORDER BY at, h.code, h.kind`,
    { which: isOne ? which.convoyId : which.campaignId, only },
  );
  return rows.map((row) => ({
    ...row,
    deliveredKg: row.deliveredKg === null ? null : Number(row.deliveredKg),
  }));
}

/** When hazards began between two instants: a satellite sees many fires at once. */
export async function hazardBeginnings(db: Db, from: Date, to: Date): Promise<Date[]> {
  return await db('hazards')
    .whereBetween('valid_from', [from, to])
    .distinct('valid_from')
    .orderBy('valid_from')
    .pluck('valid_from');
}

/** From the first good fix within its span of any vehicle to the last; nulls when none has reported. */
export async function reportedBetween(
  db: Db,
  spans: readonly VehicleSpan[],
): Promise<{ first: Date | null; last: Date | null }> {
  const { rows } = await db.raw<{ rows: { first: Date | null; last: Date | null }[] }>(
    `SELECT min(known.first) AS first, max(known.last) AS last
     FROM unnest(:numbers::int[], :froms::timestamptz[], :tos::timestamptz[]) AS span (number, since, until),
       LATERAL (
         SELECT min(recorded_at) AS first, max(recorded_at) AS last FROM positions
         WHERE vehicle_number = number AND flags = 0 AND recorded_at BETWEEN since AND until
       ) AS known`,
    {
      numbers: spans.map(({ number }) => number),
      froms: spans.map(({ from }) => from),
      tos: spans.map(({ to }) => to),
    },
  );
  return rows[0] ?? { first: null, last: null };
}
