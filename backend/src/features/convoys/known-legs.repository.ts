import type { Db } from '@qafila/db';
import type { Leg } from './legs.ts';

type KnownLegRow = {
  from_id: string;
  to_id: string;
  route: Leg['route'];
  route_kind: Leg['routeKind'];
  distance_m: number;
};

/** A convoy's own legs, straight ones too, by `from>to`. */
export async function ownLegs(db: Db, convoyId: string): Promise<Map<string, Leg>> {
  const { rows } = await db.raw<{ rows: KnownLegRow[] }>(
    `SELECT coalesce(lag(s.site_id) OVER (ORDER BY s.ordinal), c.origin_site_id) AS from_id,
            s.site_id AS to_id, s.route, s.route_kind, s.distance_m
       FROM stops s JOIN convoys c ON c.id = s.convoy_id WHERE s.convoy_id = ?`,
    [convoyId],
  );
  return byEnds(rows);
}

/** The newest drawn or fetched leg between any two of these sites, by `from>to`: the next convoy goes the same way. */
export async function knownLegs(db: Db, siteIds: readonly string[]): Promise<Map<string, Leg>> {
  const { rows } = await db.raw<{ rows: KnownLegRow[] }>(
    `SELECT DISTINCT ON (from_id, to_id) from_id, to_id, route, route_kind, distance_m
       FROM (SELECT s.site_id AS to_id, s.route, s.route_kind, s.distance_m, c.created_at,
                    coalesce(lag(s.site_id) OVER (PARTITION BY s.convoy_id ORDER BY s.ordinal), c.origin_site_id)
                      AS from_id
               FROM stops s JOIN convoys c ON c.id = s.convoy_id
              WHERE s.convoy_id IN (SELECT convoy_id FROM stops WHERE site_id = ANY (:siteIds))) leg
      WHERE route_kind <> 'straight' AND from_id = ANY (:siteIds) AND to_id = ANY (:siteIds)
      ORDER BY from_id, to_id, created_at DESC`,
    { siteIds: [...siteIds] },
  );
  return byEnds(rows);
}

function byEnds(rows: readonly KnownLegRow[]): Map<string, Leg> {
  return new Map(
    rows.map((row) => [
      `${row.from_id}>${row.to_id}`,
      { route: row.route, routeKind: row.route_kind, distanceM: row.distance_m },
    ]),
  );
}
