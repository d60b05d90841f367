import type { StopStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { z } from 'zod';
import type { Leg } from './legs.ts';

type Status = z.infer<typeof StopStatus>;
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
  status: Status;
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
  from: Status,
  to: Status,
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
    route: JSON.stringify(stop.route),
    route_kind: stop.routeKind,
    distance_m: stop.distanceM,
  };
}
