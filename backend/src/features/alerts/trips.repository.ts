import { ALERTS, type AlertRules, type ConvoyStatus, type RouteLine, type Stop } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type TripRow = {
  convoyId: string;
  campaignId: string;
  status: ConvoyStatus;
  version: number;
  originSiteId: string;
  originLat: number;
  originLng: number;
  plannedDepartureAt: Date;
  loadingAt: Date | null;
  departedAt: Date | null;
  arrivedAt: Date | null;
  endedAt: Date | null;
  /** What differs from the defaults. */
  rules: Partial<AlertRules>;
};

export type TripStopRow = Pick<Stop, 'id' | 'status' | 'plannedHaltMin' | 'routeKind' | 'distanceM'> & {
  convoyId: string;
  siteId: string;
  lat: number;
  lng: number;
  plannedArrivalAt: Date;
  arrivedAt: Date | null;
  endedAt: Date | null;
};

export type TripVehicleRow = { id: string; convoyId: string; number: number; plausibleSpeedMps: number };
export type ReportRow = {
  id: string;
  convoyId: string;
  convoyVehicleId: string;
  kind: 'departed' | 'arrived';
  stopId: string | null;
  at: Date;
};
export type HoldRow = { convoyId: string; at: Date; isHeld: boolean };

/** What only a person ends asks for no more watching. */
const ENDED_BY_CAUSE = Object.entries(ALERTS).flatMap(([kind, { ends }]) => (ends === 'cause' ? [kind] : []));

/** Convoys that something can be noticed of, and those that have ended and still have open alerts. */
export async function watchedTrips(db: Db): Promise<TripRow[]> {
  const { rows } = await db.raw<{ rows: TripRow[] }>(
    `SELECT c.id AS "convoyId", c.campaign_id AS "campaignId", c.status, c.version,
            c.origin_site_id AS "originSiteId", o.lat AS "originLat", o.lng AS "originLng",
            c.planned_departure_at AS "plannedDepartureAt", c.loading_at AS "loadingAt",
            c.departed_at AS "departedAt", c.arrived_at AS "arrivedAt", c.ended_at AS "endedAt",
            ca.alert_rules AS rules
     FROM convoys c JOIN campaigns ca ON ca.id = c.campaign_id JOIN sites o ON o.id = c.origin_site_id
     WHERE c.status IN ('planned', 'loading', 'en_route', 'held', 'arrived')
        OR c.id IN (SELECT convoy_id FROM alerts WHERE status IN ('raised', 'acknowledged') AND kind = ANY(:kinds))
     ORDER BY c.id`,
    { kinds: ENDED_BY_CAUSE },
  );
  return rows;
}

export async function stopsOfTrips(db: Db, convoyIds: readonly string[]): Promise<TripStopRow[]> {
  const { rows } = await db.raw<{ rows: TripStopRow[] }>(
    `SELECT s.id, s.convoy_id AS "convoyId", s.site_id AS "siteId", p.lat, p.lng, s.status,
            s.planned_arrival_at AS "plannedArrivalAt", s.planned_halt_min AS "plannedHaltMin",
            s.arrived_at AS "arrivedAt", s.ended_at AS "endedAt", s.route_kind AS "routeKind",
            s.distance_m AS "distanceM"
     FROM stops s JOIN sites p ON p.id = s.site_id
     WHERE s.convoy_id = ANY(CAST(:convoyIds AS uuid[]))
     ORDER BY s.convoy_id, s.ordinal`,
    { convoyIds: [...convoyIds] },
  );
  return rows;
}

/** The legs' lines, by stop: large, so asked for only when a plan has changed. */
export async function routesOfTrip(db: Db, convoyId: string): Promise<Map<string, RouteLine>> {
  const rows: { id: string; route: RouteLine }[] = await db('stops')
    .where({ convoy_id: convoyId })
    .select('id', 'route');
  return new Map(rows.map(({ id, route }) => [id, route]));
}

/** Vehicles on the convoys, in their order; those taken off before a convoy ended are left out. */
export async function vehiclesOfTrips(db: Db, convoyIds: readonly string[]): Promise<TripVehicleRow[]> {
  const { rows } = await db.raw<{ rows: TripVehicleRow[] }>(
    `SELECT cv.id, cv.convoy_id AS "convoyId", v.number, v.plausible_speed_mps AS "plausibleSpeedMps"
     FROM convoy_vehicles cv JOIN vehicles v ON v.id = cv.vehicle_id JOIN convoys c ON c.id = cv.convoy_id
     WHERE cv.convoy_id = ANY(CAST(:convoyIds AS uuid[]))
       AND (cv.released_at IS NULL OR cv.released_at >= c.ended_at)
     ORDER BY cv.convoy_id, cv.ordinal`,
    { convoyIds: [...convoyIds] },
  );
  return rows;
}

/** What drivers told of having left and having come. */
export async function reportsOfTrips(db: Db, convoyIds: readonly string[]): Promise<ReportRow[]> {
  const { rows } = await db.raw<{ rows: ReportRow[] }>(
    `SELECT r.id, cv.convoy_id AS "convoyId", cv.id AS "convoyVehicleId", r.kind, r.stop_id AS "stopId", r.at
     FROM driver_reports r JOIN convoy_vehicles cv ON cv.id = r.convoy_vehicle_id
     WHERE cv.convoy_id = ANY(CAST(:convoyIds AS uuid[])) AND r.kind IN ('departed', 'arrived')
     ORDER BY cv.convoy_id, r.at, r.id`,
    { convoyIds: [...convoyIds] },
  );
  return rows;
}

/** When convoys were held and went on, in order: only the record of what was done knows it. */
export async function holdsOfTrips(db: Db, convoyIds: readonly string[]): Promise<HoldRow[]> {
  const { rows } = await db.raw<{ rows: HoldRow[] }>(
    `SELECT subject_id AS "convoyId", at, action = 'convoy.held' AS "isHeld"
     FROM audit_log
     WHERE subject_type = 'convoy' AND subject_id = ANY(CAST(:convoyIds AS uuid[]))
       AND action IN ('convoy.held', 'convoy.resumed')
     ORDER BY subject_id, id`,
    { convoyIds: [...convoyIds] },
  );
  return rows;
}
