import type { RouteKind, RouteLine } from '@qafila/contract';
import { type Box, boxAround, type LatLng } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type KnownWay = {
  kind: RouteKind;
  line: RouteLine;
  distanceM: number;
  convoyCode: string;
  arrivedAt: Date;
};

/** Near enough to be the same place, metres. */
const SAME_PLACE_M = 500;
const NEWEST = 30;

/** Legs that convoys have driven to their end between places near these two, the newest first; never a straight guess. */
export async function selectKnownWays(db: Db, from: LatLng, to: LatLng): Promise<KnownWay[]> {
  const { rows } = await db.raw<{ rows: KnownWay[] }>(
    `SELECT s.route_kind AS kind, s.route AS line, s.distance_m AS "distanceM",
            c.code AS "convoyCode", s.arrived_at AS "arrivedAt"
       FROM stops s
       JOIN convoys c ON c.id = s.convoy_id
       JOIN sites there ON there.id = s.site_id
       LEFT JOIN stops before ON before.convoy_id = s.convoy_id AND before.ordinal = s.ordinal - 1
       JOIN sites here ON here.id = coalesce(before.site_id, c.origin_site_id)
      WHERE s.route_kind <> 'straight' AND s.arrived_at IS NOT NULL
        AND ${within('here', 'from')} AND ${within('there', 'to')}
      ORDER BY s.arrived_at DESC, s.id
      LIMIT ${NEWEST}`,
    { ...bounds('from', from), ...bounds('to', to) },
  );
  return rows;
}

function within(site: string, place: string): string {
  return `${site}.lat BETWEEN :${place}South AND :${place}North AND ${site}.lng BETWEEN :${place}West AND :${place}East`;
}

function bounds(place: string, at: LatLng): Record<string, number> {
  const box: Box = boxAround([[at.lat, at.lng]], SAME_PLACE_M);
  return {
    [`${place}South`]: box.south,
    [`${place}North`]: box.north,
    [`${place}West`]: box.west,
    [`${place}East`]: box.east,
  };
}
