import type { LiveConvoy, SharedConvoy, SharedView } from '@qafila/contract';
import { UNLEARNT_PACE } from '@qafila/contract';
import { circleRing } from '../../shared/map/geometry.ts';
import type { SceneFire, SceneHazard } from '../../shared/map/index.ts';
import { type Incidents, severityOf } from '../alerts/index.ts';

const NOBODY = {
  leaderName: '',
  leaderPhone: '',
  note: '',
  version: 0,
};
const NO_VEHICLE_PAPERS = {
  plate: '',
  kind: 'covered_truck',
  transporter: '',
  trailerPlate: '',
  driverName: '',
  driverPhone: '',
  driverLicence: '',
  seals: '',
  maxWeightG: 0,
  maxVolumeMl: 0,
  plannedWeightG: 0,
  plannedVolumeMl: 0,
  trackerCount: 0,
  plausibleSpeedMps: 0,
} as const;

/**
 * A shared convoy in the shape that the live map reckons with, so that both say the same; what a link does not show is
 * empty, and where plans are hidden, so is everything that hangs on them.
 */
export function asLiveConvoy(view: SharedView, { pace, ...shared }: SharedConvoy): LiveConvoy {
  const plannedDepartureAt = shared.plannedDepartureAt ?? shared.departedAt ?? view.asOf;
  return {
    cargo: [],
    pace: pace ?? UNLEARNT_PACE,
    convoy: {
      ...NOBODY,
      ...shared,
      campaignId: view.campaign.id,
      plannedDepartureAt,
      loadingAt: shared.departedAt ?? (shared.status === 'loading' ? view.asOf : null),
      loadedKg: shared.cargoKg,
      stops: shared.stops.map((stop) => ({
        ...stop,
        plannedArrivalAt: stop.plannedArrivalAt ?? view.asOf,
        plannedHaltMin: stop.plannedHaltMin ?? 0,
        unloadingAt: null,
        cargoKg: 0,
      })),
      vehicles: shared.vehicles.map(({ number, ordinal }) => ({
        ...NO_VEHICLE_PAPERS,
        id: `${shared.id} ${number}`,
        vehicleId: String(number),
        number,
        ordinal,
      })),
    },
  };
}

/** Convoys with a critical alert; links tell of convoys by code and of vehicles by their place in it. */
export function incidentsIn({ alerts, convoys }: SharedView): Incidents {
  const critical = alerts.filter((alert) => severityOf(alert) === 'critical');
  const marked = critical.flatMap(({ convoyCode, vehicleOrdinal }) => {
    const convoy = convoys.find(({ code }) => code === convoyCode);
    const vehicle = convoy?.vehicles.find(({ ordinal }) => ordinal === vehicleOrdinal);
    return convoy ? [{ convoy, vehicle }] : [];
  });
  return {
    convoyIds: new Set(marked.map(({ convoy }) => convoy.id)),
    vehicleIds: new Set(
      marked.flatMap(({ convoy, vehicle }) => (vehicle ? [`${convoy.id} ${vehicle.number}`] : [])),
    ),
  };
}

type Dangers = { readonly hazards: SceneHazard[]; readonly fires: SceneFire[] };

const HOUR_MS = 3_600_000;

/** Satellite detections as points that fade with age, zones as areas. */
export function dangersIn({ hazards }: SharedView, now: Date): Dangers {
  const isFire = ({ source, area }: SharedView['hazards'][number]) =>
    source === 'firms' && area.type === 'circle';
  return {
    fires: hazards.filter(isFire).flatMap(({ id, area, validFrom }): SceneFire[] => {
      const ageHours = Math.max(0, now.getTime() - Date.parse(validFrom)) / HOUR_MS;
      return area.type === 'circle' ? [{ ...area.center, id, ageHours }] : [];
    }),
    hazards: hazards
      .filter((hazard) => !isFire(hazard))
      .map(({ id, area, validFrom, validTo }): SceneHazard => {
        const [fromMs, toMs] = [Date.parse(validFrom), Date.parse(validTo)];
        return {
          id,
          name: '',
          ring:
            area.type === 'circle'
              ? circleRing(area.center, area.radiusM)
              : area.ring.map(([lat, lng]) => ({ lat, lng })),
          severity: 'severe',
          freshness: Math.min(1, Math.max(0, (toMs - now.getTime()) / Math.max(1, toMs - fromMs))),
        };
      }),
  };
}
