import type { LatLng, StopStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Leg } from './legs.ts';

export type PlannedStop = Leg & {
  id: string;
  siteId: string;
  ordinal: number;
  plannedArrivalAt: string;
  plannedHaltMin: number;
};
export type StopState = {
  id: string;
  siteId: string;
  status: StopStatus;
  plannedArrivalAt: Date;
  arrivedAt: Date | null;
  unloadingAt: Date | null;
};

export async function selectStopStates(db: Db, convoyId: string): Promise<StopState[]> {
  return await db('stops').where({ convoy_id: convoyId }).orderBy('ordinal').select({
    id: 'id',
    siteId: 'site_id',
    status: 'status',
    plannedArrivalAt: 'planned_arrival_at',
    arrivedAt: 'arrived_at',
    unloadingAt: 'unloading_at',
  });
}

/** The leg that leads to a stop: where it begins, where it ends, and how far it is now. */
export type LegEnds = { status: StopStatus; from: LatLng; to: LatLng; distanceM: number };

export async function selectLegEnds(db: Db, stopId: string): Promise<LegEnds | undefined> {
  const { rows } = await db.raw<{ rows: LegEnds[] }>(
    `SELECT s.status, s.distance_m AS "distanceM",
            json_build_object('lat', here.lat, 'lng', here.lng) AS from,
            json_build_object('lat', there.lat, 'lng', there.lng) AS to
       FROM stops s
       JOIN convoys c ON c.id = s.convoy_id
       JOIN sites there ON there.id = s.site_id
       LEFT JOIN stops before ON before.convoy_id = s.convoy_id AND before.ordinal = s.ordinal - 1
       JOIN sites here ON here.id = coalesce(before.site_id, c.origin_site_id)
      WHERE s.id = ?`,
    [stopId],
  );
  return rows[0];
}

export async function updateLeg(db: Db, stopId: string, leg: Leg): Promise<void> {
  await db('stops').where({ id: stopId }).update(legColumns(leg));
}

export async function insertStops(db: Db, convoyId: string, stops: PlannedStop[]): Promise<void> {
  if (stops.length === 0) return;
  await db('stops').insert(
    stops.map((stop) => ({ id: stop.id, convoy_id: convoyId, site_id: stop.siteId, ...columnsOf(stop) })),
  );
}

export async function updateStop(db: Db, stop: PlannedStop): Promise<void> {
  await db('stops').where({ id: stop.id }).update(columnsOf(stop));
}

export async function deleteStops(db: Db, ids: string[]): Promise<void> {
  await db('stops').whereIn('id', ids).del();
}

/** Of these stops, those that a manifest line or a waybill names. */
export async function stopsInUse(db: Db, ids: string[]): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT stop_id AS id FROM manifest_lines WHERE stop_id = ANY(CAST(:ids AS uuid[]))
     UNION SELECT stop_id FROM waybills WHERE stop_id = ANY(CAST(:ids AS uuid[]))`,
    { ids },
  );
  return rows.map((row) => row.id);
}

/** Compare-and-set; false when the stop was no longer in `from`. */
export async function setStopStatus(
  db: Db,
  id: string,
  from: StopStatus,
  to: StopStatus,
  stamps: Partial<Record<'arrived_at' | 'unloading_at' | 'ended_at', Date>>,
): Promise<boolean> {
  const moved = await db('stops')
    .where({ id, status: from })
    .update({ status: to, ...stamps });
  return moved === 1;
}

function columnsOf(stop: PlannedStop): Record<string, string | number> {
  return {
    ordinal: stop.ordinal,
    planned_arrival_at: stop.plannedArrivalAt,
    planned_halt_min: stop.plannedHaltMin,
    ...legColumns(stop),
  };
}

function legColumns(leg: Leg): Record<string, string | number> {
  return { route: JSON.stringify(leg.route), route_kind: leg.routeKind, distance_m: leg.distanceM };
}
