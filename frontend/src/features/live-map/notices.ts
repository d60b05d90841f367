import type { ConvoyView, VehicleView } from './convoy-view.ts';
import { isOnTheRoad } from './convoy-view.ts';

const LOW_BATTERY_PCT = 15;

/** What the system itself sees amiss with a convoy: told, not stored, and gone when it is over. */
export type ConvoyNotice =
  | { readonly kind: 'late'; readonly minutes: number }
  | { readonly kind: 'departure_late'; readonly minutes: number }
  | { readonly kind: 'silent'; readonly vehicle: VehicleView }
  | { readonly kind: 'never_heard'; readonly vehicle: VehicleView }
  | { readonly kind: 'battery'; readonly vehicle: VehicleView; readonly percent: number };

export function noticesOf(view: ConvoyView): ConvoyNotice[] {
  const { convoy, delayMinutes, isLate, vehicles } = view;
  const onTheRoad = isOnTheRoad(view);
  const late: ConvoyNotice[] =
    isLate && convoy.status !== 'arrived'
      ? [{ kind: convoy.departedAt ? 'late' : 'departure_late', minutes: delayMinutes }]
      : [];
  return [...(onTheRoad ? vehicles.flatMap(noticesOfVehicle) : []), ...late];
}

function noticesOfVehicle(vehicle: VehicleView): ConvoyNotice[] {
  const { signal, fix } = vehicle;
  if (signal === 'none' || !fix) return [{ kind: 'never_heard', vehicle }];
  if (signal === 'lost') return [{ kind: 'silent', vehicle }];
  const percent = fix[6];
  return percent !== null && percent < LOW_BATTERY_PCT ? [{ kind: 'battery', vehicle, percent }] : [];
}

export function keyOfNotice(notice: ConvoyNotice): string {
  return 'vehicle' in notice ? `${notice.kind} ${notice.vehicle.vehicle.id}` : notice.kind;
}
