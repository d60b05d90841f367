import {
  type ConvoyFile,
  type DriverStop,
  type DriverView,
  type HazardOnRoute,
  LIMITS,
} from '@qafila/contract';

/** How far along the whole route the vehicle was last seen, and the pace that this road allows. */
export type OnTheWay = { progressM: number; paceKmh: number };

/** What the driver of one vehicle is shown of its convoy; hazards in metres of road, as progress is. */
export function driverView(
  { convoy, lines }: ConvoyFile,
  convoyVehicleId: string,
  hazards: readonly HazardOnRoute[],
  { progressM, paceKmh }: OnTheWay,
  asOf: Date,
): DriverView | undefined {
  const vehicle = convoy.vehicles.find((it) => it.id === convoyVehicleId);
  if (!vehicle) return undefined;
  return {
    asOf: asOf.toISOString(),
    convoy: {
      id: convoy.id,
      code: convoy.code,
      status: convoy.status,
      origin: convoy.origin,
      plannedDepartureAt: convoy.plannedDepartureAt,
      departedAt: convoy.departedAt,
      leaderName: convoy.leaderName,
      leaderPhone: convoy.leaderPhone,
    },
    vehicle: {
      plate: vehicle.plate,
      kind: vehicle.kind,
      ordinal: vehicle.ordinal,
      count: convoy.vehicles.length,
      driverName: vehicle.driverName,
    },
    stops: convoy.stops.map(
      (stop): DriverStop => ({
        id: stop.id,
        ordinal: stop.ordinal,
        site: stop.site,
        status: stop.status,
        plannedArrivalAt: stop.plannedArrivalAt,
        arrivedAt: stop.arrivedAt,
        cargoKg: sumKg(
          lines.filter((line) => line.convoyVehicleId === convoyVehicleId && line.stopId === stop.id),
        ),
      }),
    ),
    hazards: hazards
      .map(({ hazard, distanceM, alongM }) => ({ hazard, distanceM, aheadM: Math.round(alongM - progressM) }))
      .filter(({ aheadM }) => aheadM > 0)
      .sort((a, b) => a.aheadM - b.aheadM)
      .slice(0, LIMITS.hazardsAhead)
      .map(({ hazard, distanceM, aheadM }) => ({
        id: hazard.id,
        name: hazard.name,
        severity: hazard.severity,
        distanceM,
        aheadM,
        aheadMin: Math.round((aheadM / 1000 / paceKmh) * 60),
      })),
  };
}

function sumKg(lines: ConvoyFile['lines']): number {
  const grams = lines.reduce(
    (sum, { quantity, releasedQuantity, item }) => sum + (quantity - releasedQuantity) * item.unitWeightG,
    0,
  );
  return grams / 1000;
}
