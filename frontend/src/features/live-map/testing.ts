import type { Convoy, ConvoyVehicle, FixTuple, LiveConvoy, RouteLine, SiteRef, Stop } from '@qafila/contract';
import { lineLengthM, pointAlong, UNLEARNT_PACE } from '@qafila/contract';

/** A road due north, 1° or about 111 km to each stop. */
export const ROAD: RouteLine = [
  [33, 36],
  [34, 36],
  [35, 36],
];
const LEGS = [ROAD.slice(0, 2), ROAD.slice(1, 3)];
export const DEPARTED = new Date('2026-10-14T05:00:00.000Z');
export const minutesLater = (minutes: number, since: Date = DEPARTED) =>
  new Date(since.getTime() + minutes * 60_000);

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function site(n: number, lat: number): SiteRef {
  return {
    id: uuid(900 + n),
    kind: 'distribution_point',
    nameAr: `موقع ${n}`,
    nameEn: `Site ${n}`,
    governorateCode: 'SY06',
    lat,
    lng: 36,
  };
}

export function stop(n: number, changes: Partial<Stop> = {}): Stop {
  const route = LEGS[n - 1] ?? [];
  return {
    id: uuid(800 + n),
    ordinal: n,
    site: site(n, 33 + n),
    status: 'pending',
    plannedHaltMin: 60,
    plannedArrivalAt: minutesLater(120 * n).toISOString(),
    arrivedAt: null,
    unloadingAt: null,
    endedAt: null,
    route,
    routeKind: 'drawn',
    distanceM: Math.round(lineLengthM(route)),
    cargoKg: 1000,
    ...changes,
  };
}

export function vehicle(number: number): ConvoyVehicle {
  return {
    id: uuid(100 + number),
    vehicleId: uuid(200 + number),
    number,
    ordinal: number,
    plate: `41280${number}`,
    kind: 'covered_truck',
    transporter: '',
    trailerPlate: '',
    driverName: '',
    driverPhone: '',
    driverLicence: '',
    seals: '',
    maxWeightG: 8_000_000,
    maxVolumeMl: 30_000_000,
    plannedWeightG: 0,
    plannedVolumeMl: 0,
    trackerCount: 1,
    plausibleSpeedMps: 33,
  };
}

/** En route since `DEPARTED` with vehicles 1 and 2, through two stops. */
export function convoy(changes: Partial<Convoy> = {}): Convoy {
  return {
    id: uuid(1),
    code: 'QF-2026-001',
    campaignId: uuid(2),
    status: 'en_route',
    origin: site(0, 33),
    stops: [stop(1), stop(2)],
    vehicles: [vehicle(1), vehicle(2)],
    leaderName: '',
    leaderPhone: '',
    note: '',
    plannedDepartureAt: DEPARTED.toISOString(),
    loadingAt: DEPARTED.toISOString(),
    departedAt: DEPARTED.toISOString(),
    arrivedAt: null,
    endedAt: null,
    cargoKg: 2000,
    loadedKg: 2000,
    version: 1,
    ...changes,
  };
}

export function live(changes: Partial<Convoy> = {}): LiveConvoy {
  return { convoy: convoy(changes), cargo: [], pace: UNLEARNT_PACE };
}

/** A fix of a vehicle that far along the road, at that moment. */
export function fixAt(number: number, at: Date, alongM: number, batteryPct: number | null = 80): FixTuple {
  const { lat, lng } = pointAlong(ROAD, alongM);
  return [number, at.getTime() / 1000, lat, lng, 15, 0, batteryPct, Math.round(alongM)];
}

export function fixesOf(...fixes: readonly FixTuple[]): ReadonlyMap<number, FixTuple> {
  return new Map(fixes.map((fix) => [fix[0], fix]));
}
