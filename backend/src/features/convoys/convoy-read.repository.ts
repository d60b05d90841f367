import type { Convoy, ConvoyVehicle, SiteRef, Stop } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { siteRefSql } from '../reference/index.ts';

export type ConvoyRow = Pick<
  Convoy,
  'id' | 'code' | 'campaignId' | 'status' | 'origin' | 'leaderName' | 'leaderPhone' | 'note' | 'version'
> & {
  plannedDepartureAt: Date;
  loadingAt: Date | null;
  departedAt: Date | null;
  arrivedAt: Date | null;
  endedAt: Date | null;
  cargoG: number;
  loadedG: number;
};
export type StopRow = Pick<Stop, 'id' | 'ordinal' | 'status' | 'route' | 'routeKind' | 'distanceM'> & {
  convoyId: string;
  site: SiteRef;
  hasReceiver: boolean;
  plannedArrivalAt: Date;
  plannedHaltMin: number;
  arrivedAt: Date | null;
  unloadingAt: Date | null;
  endedAt: Date | null;
  cargoG: number;
};
export type ConvoyVehicleRow = ConvoyVehicle & { convoyId: string };

/** Which convoys: those of a campaign, or one. */
export type Selection = { campaignId: string } | { convoyId: string };

/** Weights of manifest lines, of one association alone when `:only` names it. */
const OWN_LINES = `
  manifest_lines m JOIN lots l ON l.id = m.lot_id
  AND (CAST(:only AS uuid) IS NULL OR l.association_id = :only)`;
const CARRIED = '(m.quantity - m.released_quantity)';

/** Newest first. With `only`, those that carry goods of that association, and its weights alone. */
export async function selectConvoys(db: Db, which: Selection, only: string | null): Promise<ConvoyRow[]> {
  const isOne = 'convoyId' in which;
  const { rows } = await db.raw<{ rows: ConvoyRow[] }>(
    `SELECT c.id, c.code, c.campaign_id AS "campaignId", c.status, ${siteRefSql('s')} AS origin,
            c.leader_name AS "leaderName", c.leader_phone AS "leaderPhone", c.note, c.version,
            c.planned_departure_at AS "plannedDepartureAt", c.loading_at AS "loadingAt",
            c.departed_at AS "departedAt", c.arrived_at AS "arrivedAt", c.ended_at AS "endedAt",
            coalesce(load.cargo_g, 0) AS "cargoG", coalesce(load.loaded_g, 0) AS "loadedG"
     FROM convoys c
     JOIN sites s ON s.id = c.origin_site_id
     CROSS JOIN LATERAL (
       SELECT sum(${CARRIED}::bigint * m.unit_weight_g) AS cargo_g,
              sum(m.loaded_quantity::bigint * m.unit_weight_g) AS loaded_g,
              count(*) FILTER (WHERE ${CARRIED} > 0) AS lines
       FROM ${OWN_LINES} WHERE m.convoy_id = c.id
     ) load
     WHERE ${isOne ? 'c.id' : 'c.campaign_id'} = :which AND (CAST(:only AS uuid) IS NULL OR load.lines > 0)
     ORDER BY c.created_at DESC, c.code DESC`,
    { which: isOne ? which.convoyId : which.campaignId, only },
  );
  return rows;
}

export async function selectStops(db: Db, convoyIds: string[], only: string | null): Promise<StopRow[]> {
  const { rows } = await db.raw<{ rows: StopRow[] }>(
    `SELECT st.id, st.convoy_id AS "convoyId", st.ordinal, ${siteRefSql('s')} AS site,
            s.contact_name <> '' AS "hasReceiver", st.status,
            st.planned_arrival_at AS "plannedArrivalAt", st.planned_halt_min AS "plannedHaltMin", st.arrived_at AS "arrivedAt",
            st.unloading_at AS "unloadingAt", st.ended_at AS "endedAt",
            st.route, st.route_kind AS "routeKind", st.distance_m AS "distanceM",
            coalesce(load.cargo_g, 0) AS "cargoG"
     FROM stops st
     JOIN sites s ON s.id = st.site_id
     LEFT JOIN (
       SELECT m.stop_id, sum(${CARRIED}::bigint * m.unit_weight_g) AS cargo_g
       FROM ${OWN_LINES} WHERE m.convoy_id = ANY(CAST(:convoyIds AS uuid[])) GROUP BY m.stop_id
     ) load ON load.stop_id = st.id
     WHERE st.convoy_id = ANY(CAST(:convoyIds AS uuid[]))
     ORDER BY st.convoy_id, st.ordinal`,
    { convoyIds, only },
  );
  return rows;
}

/** Vehicles on the convoys; those taken off before a convoy ended are left out. */
export async function selectConvoyVehicles(
  db: Db,
  convoyIds: string[],
  only: string | null,
): Promise<ConvoyVehicleRow[]> {
  const { rows } = await db.raw<{ rows: ConvoyVehicleRow[] }>(
    `SELECT cv.id, cv.convoy_id AS "convoyId", cv.vehicle_id AS "vehicleId", v.number, cv.ordinal,
            v.plate, v.kind, v.transporter, v.trailer_plate AS "trailerPlate",
            cv.driver_name AS "driverName", cv.driver_phone AS "driverPhone",
            cv.driver_licence AS "driverLicence", cv.seals,
            cv.max_weight_g AS "maxWeightG", cv.max_volume_ml AS "maxVolumeMl",
            coalesce(load.weight_g, 0) AS "plannedWeightG", coalesce(load.volume_ml, 0) AS "plannedVolumeMl",
            (SELECT count(*) FROM trackers t WHERE t.vehicle_id = v.id AND t.revoked_at IS NULL) AS "trackerCount",
            v.plausible_speed_mps AS "plausibleSpeedMps"
     FROM convoy_vehicles cv
     JOIN convoys c ON c.id = cv.convoy_id
     JOIN vehicles v ON v.id = cv.vehicle_id
     LEFT JOIN (
       SELECT m.convoy_vehicle_id, sum(${CARRIED}::bigint * m.unit_weight_g) AS weight_g,
              sum(${CARRIED}::bigint * m.unit_volume_ml) AS volume_ml
       FROM ${OWN_LINES} WHERE m.convoy_id = ANY(CAST(:convoyIds AS uuid[])) GROUP BY m.convoy_vehicle_id
     ) load ON load.convoy_vehicle_id = cv.id
     WHERE cv.convoy_id = ANY(CAST(:convoyIds AS uuid[]))
       AND (cv.released_at IS NULL OR cv.released_at >= c.ended_at)
     ORDER BY cv.convoy_id, cv.ordinal`,
    { convoyIds, only },
  );
  return rows;
}
