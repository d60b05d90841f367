import type { ConvoyVehicle, ManifestLine, ReadinessCheck, ReadinessCode } from '@qafila/contract';
import { READINESS } from '@qafila/contract';

/** What the checklist is judged by. */
export type ReadinessFacts = {
  stops: readonly { hasReceiver: boolean }[];
  vehicles: readonly Pick<ConvoyVehicle, 'id' | 'driverName' | 'trackerCount'>[];
  lines: readonly Pick<
    ManifestLine,
    'convoyVehicleId' | 'quantity' | 'loadedQuantity' | 'releasedQuantity'
  >[];
  hazards: readonly unknown[];
};

export function readinessOf({ stops, vehicles, lines, hazards }: ReadinessFacts): ReadinessCheck[] {
  const carried = lines.filter((line) => line.quantity > line.releasedQuantity);
  const withCargo = new Set(carried.map((line) => line.convoyVehicleId));
  const loaded = carried.filter((line) => line.loadedQuantity > 0).length;
  const whole = carried.filter(
    (line) => line.loadedQuantity === line.quantity - line.releasedQuantity,
  ).length;
  const checks: Record<ReadinessCode, Omit<ReadinessCheck, 'code'>> = {
    has_stops: some(stops.length, 1),
    has_vehicles: some(vehicles.length, 1),
    has_cargo: some(withCargo.size, vehicles.length),
    driver_on_each_vehicle: every(vehicles.filter((it) => it.driverName !== '').length, vehicles.length),
    receiver_at_each_stop: every(stops.filter((it) => it.hasReceiver).length, stops.length),
    tracker_on_each_vehicle: every(vehicles.filter((it) => it.trackerCount > 0).length, vehicles.length),
    everything_loaded: every(whole, carried.length),
    something_loaded: some(loaded, carried.length),
    no_hazard_on_route: { done: hazards.length === 0, count: hazards.length, total: hazards.length },
  };
  return (Object.keys(READINESS) as ReadinessCode[]).map((code) => ({ code, ...checks[code] }));
}

function some(count: number, total: number): Omit<ReadinessCheck, 'code'> {
  return { done: count > 0, count, total: Math.max(count, total) };
}

function every(count: number, total: number): Omit<ReadinessCheck, 'code'> {
  return { done: total > 0 && count === total, count, total };
}
