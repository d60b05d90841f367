import { createHash } from 'node:crypto';
import { DEFAULT_ALERT_RULES, type Pace, type RouteLine, wayOf } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Trip, TripStop } from './fold/trip.ts';
import { drivenLegs } from './pace.repository.ts';
import { type PlannedLeg, paceLearntFrom } from './pace.ts';
import {
  type HoldRow,
  holdsOfTrips,
  type ReportRow,
  reportsOfTrips,
  routesOfTrip,
  stopsOfTrips,
  type TripRow,
  type TripStopRow,
  type TripVehicleRow,
  vehiclesOfTrips,
  watchedTrips,
} from './trips.repository.ts';

/** A trip with what people have entered of it in short: the same text, the same facts. */
export type KnownTrip = { readonly trip: Trip; readonly basis: string };

/** The trips to watch. Those of `known` that nobody has touched since are answered as they are. */
export async function readTrips(db: Db, known: ReadonlyMap<string, KnownTrip>): Promise<KnownTrip[]> {
  const rows = await watchedTrips(db);
  const ids = rows.map(({ convoyId }) => convoyId);
  const [stops, vehicles, holds, reports] = await Promise.all([
    stopsOfTrips(db, ids).then(byConvoy),
    vehiclesOfTrips(db, ids).then(byConvoy),
    holdsOfTrips(db, ids).then(byConvoy),
    reportsOfTrips(db, ids).then(byConvoy),
  ]);
  let learning: Promise<ReturnType<typeof paceLearntFrom>> | undefined;
  const trips: KnownTrip[] = [];
  for (const row of rows) {
    const facts = {
      row,
      stops: stops.get(row.convoyId) ?? [],
      vehicles: vehicles.get(row.convoyId) ?? [],
      holds: holds.get(row.convoyId) ?? [],
      reports: reports.get(row.convoyId) ?? [],
    };
    const basis = createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22);
    const before = known.get(row.convoyId);
    if (before?.basis === basis) {
      trips.push(before);
      continue;
    }
    learning ??= drivenLegs(db).then(paceLearntFrom);
    const pace = (await learning)(legsOf(facts));
    trips.push({ basis, trip: tripOf(facts, await routesOfTrip(db, row.convoyId), pace) });
  }
  return trips;
}

type Facts = {
  row: TripRow;
  stops: TripStopRow[];
  vehicles: TripVehicleRow[];
  holds: HoldRow[];
  reports: ReportRow[];
};

function byConvoy<Row extends { convoyId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.convoyId, [...(groups.get(row.convoyId) ?? []), row]);
  return groups;
}

function legsOf({ row, stops }: Facts): PlannedLeg[] {
  return stops.map(({ siteId, distanceM }, i) => ({
    fromSiteId: stops[i - 1]?.siteId ?? row.originSiteId,
    toSiteId: siteId,
    distanceM,
  }));
}

function tripOf(
  { row, stops, vehicles, holds, reports }: Facts,
  routes: Map<string, RouteLine>,
  pace: Pace,
): Trip {
  const way = wayOf(stops.map((stop) => ({ ...stop, route: routes.get(stop.id) ?? [] })));
  return {
    convoyId: row.convoyId,
    campaignId: row.campaignId,
    status: row.status,
    way,
    fences: [{ lat: row.originLat, lng: row.originLng }, ...stops.map(({ lat, lng }) => ({ lat, lng }))],
    stops: stops.map(
      (stop, i): TripStop => ({
        id: stop.id,
        siteId: stop.siteId,
        alongM: way.stopsM[i] ?? 0,
        haltMin: stop.plannedHaltMin,
        plannedArrivalAtMs: stop.plannedArrivalAt.getTime(),
        arrivedAtMs: ms(stop.arrivedAt),
        endedAtMs: ms(stop.endedAt),
      }),
    ),
    vehicles: vehicles.map(({ id, number, plausibleSpeedMps }) => ({ id, number, plausibleSpeedMps })),
    plannedDepartureAtMs: row.plannedDepartureAt.getTime(),
    loadingAtMs: ms(row.loadingAt),
    departedAtMs: ms(row.departedAt),
    arrivedAtMs: ms(row.arrivedAt),
    endedAtMs: ms(row.endedAt),
    holds: spansOf(holds),
    reports: reports.map(({ at, convoyId: _, ...report }) => ({ ...report, atMs: at.getTime() })),
    rules: { ...DEFAULT_ALERT_RULES, ...row.rules },
    pace,
  };
}

function ms(at: Date | null): number | null {
  return at?.getTime() ?? null;
}

function spansOf(holds: readonly HoldRow[]): [number, number][] {
  return holds.flatMap(({ at, isHeld }, i): [number, number][] =>
    isHeld ? [[at.getTime(), holds[i + 1]?.at.getTime() ?? Number.POSITIVE_INFINITY]] : [],
  );
}
