import type { Db } from '@qafila/db';

/** A leg that a convoy has driven, and how long it was on the road for it. */
export type DrivenLeg = { fromSiteId: string; toSiteId: string; distanceM: number; hours: number };

/** Enough to know the roads by, of trips recent enough that the roads are still the same. */
const NEWEST = 400;

/**
 * The newest legs whose both ends were entered. What cannot have been driven so is left out: papers signed late make
 * some legs look impossibly short.
 */
export async function drivenLegs(db: Db): Promise<DrivenLeg[]> {
  const { rows } = await db.raw<{ rows: DrivenLeg[] }>(
    `SELECT from_id AS "fromSiteId", site_id AS "toSiteId", distance_m AS "distanceM", hours
     FROM (
       SELECT s.site_id, s.distance_m, s.arrived_at,
              coalesce(lag(s.site_id) OVER way, c.origin_site_id) AS from_id,
              extract(epoch FROM s.arrived_at - coalesce(lag(s.ended_at) OVER way, c.departed_at))::float8 / 3600 AS hours,
              coalesce(lag(s.status) OVER way, 'settled') AS status_before
       FROM stops s JOIN convoys c ON c.id = s.convoy_id
       WHERE c.departed_at IS NOT NULL
       WINDOW way AS (PARTITION BY s.convoy_id ORDER BY s.ordinal)
     ) leg
     WHERE arrived_at IS NOT NULL AND status_before = 'settled' AND distance_m > 0
       AND hours > 0 AND distance_m / 1000.0 / hours BETWEEN 3 AND 120
     ORDER BY arrived_at DESC
     LIMIT :newest`,
    { newest: NEWEST },
  );
  return rows;
}
