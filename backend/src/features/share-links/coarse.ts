import {
  type Convoy,
  type CoverageKg,
  type LatLng,
  LIMITS,
  type ReplayEvent,
  type SharedConvoy,
  type Stop,
} from '@qafila/contract';
import type { VehicleTrack } from '../positions/index.ts';

/** What lies after this is not told on a coarse link. */
export function coarseUntil(now: Date): Date {
  return new Date(now.getTime() - LIMITS.coarseDelayMin * 60_000);
}

/** Snapped to the grid. */
export function onGrid<Place extends LatLng>(place: Place): Place {
  return { ...place, lat: snapped(place.lat), lng: snapped(place.lng) };
}

/** Whole, so that squares have the same corners everywhere. */
const LINES_PER_DEG = Math.round(1 / LIMITS.coarseGridDeg);

function snapped(degrees: number): number {
  return Math.round(degrees * LINES_PER_DEG) / LINES_PER_DEG;
}

/** The convoy as it was then; undefined while it had not left. Plans are left out, for they tell when it arrives. */
export function coarseConvoy(convoy: Convoy, until: Date): SharedConvoy | undefined {
  const { id, code, origin, cargoKg } = convoy;
  const departedAt = known(convoy.departedAt, until);
  if (departedAt === null) return undefined;
  const arrivedAt = known(convoy.arrivedAt, until);
  const endedAt = known(convoy.endedAt, until);
  return {
    ...{ id, code, cargoKg, departedAt, arrivedAt, endedAt },
    origin: onGrid(origin),
    status: statusThen(arrivedAt, endedAt),
    plannedDepartureAt: null,
    pace: null,
    stops: convoy.stops.map((stop) => coarseStop(stop, until)),
    vehicles: [],
  };
}

function statusThen(arrivedAt: string | null, endedAt: string | null): SharedConvoy['status'] {
  if (endedAt !== null) return 'settled';
  return arrivedAt === null ? 'en_route' : 'arrived';
}

function coarseStop(stop: Stop, until: Date): SharedConvoy['stops'][number] {
  const { id, ordinal, site, routeKind } = stop;
  const arrivedAt = known(stop.arrivedAt, until);
  const endedAt = known(stop.endedAt, until);
  const reached = arrivedAt === null ? 'pending' : 'arrived';
  return {
    ...{ id, ordinal, arrivedAt, endedAt, routeKind },
    site: onGrid(site),
    status: endedAt === null ? reached : stop.status,
    plannedArrivalAt: null,
    plannedHaltMin: null,
    route: [],
    distanceM: 0,
  };
}

function known(at: string | null, until: Date): string | null {
  return at !== null && new Date(at) <= until ? at : null;
}

/** Nothing of convoys' own but what they did; alerts are for those who can help. */
export function coarseEvents(events: readonly ReplayEvent[]): ReplayEvent[] {
  return events.filter(({ kind }) => kind !== 'alert');
}

/** Goods on a shelf or aboard are told together, and what was delivered since then still with them. */
export function coarseCoverage(coverage: CoverageKg, deliveredSinceKg: number): CoverageKg {
  const sinceKg = Math.min(coverage.deliveredKg, deliveredSinceKg);
  return {
    ...coverage,
    deliveredKg: coverage.deliveredKg - sinceKg,
    aboardKg: 0,
    onHandKg: coverage.onHandKg + coverage.aboardKg + sinceKg,
  };
}

export type CoarsePoint = LatLng & { at: string };
const TICK_S = 600;

/**
 * Where vehicles were then: one point for each square of the grid, in the order of the squares and by the clock's tens
 * of minutes, so that none can be told from another.
 */
export function coarsePoints(tracks: readonly VehicleTrack[]): CoarsePoint[] {
  const squares = new Map<string, CoarsePoint>();
  for (const { points } of tracks) {
    const [second, lat, lng] = points.at(-1) ?? [];
    if (second === undefined || lat === undefined || lng === undefined) continue;
    const at = new Date(Math.floor(second / TICK_S) * TICK_S * 1000).toISOString();
    const point = { ...onGrid({ lat, lng }), at };
    const key = `${point.lat} ${point.lng}`;
    const there = squares.get(key);
    if (!there || there.at < at) squares.set(key, point);
  }
  return [...squares.values()].toSorted((a, b) => a.lat - b.lat || a.lng - b.lng);
}
