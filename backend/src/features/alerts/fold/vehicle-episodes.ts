import type { AlertKind, LatLng } from '@qafila/contract';
import type { Episode } from './episode.ts';
import { isDriving, type Trip } from './trip.ts';
import { type VehicleState, WATCHED } from './vehicle-state.ts';

const MIN_MS = 60_000;
/** However patient the rules are with silence: after this long nothing is known of the present. Minutes. */
const PRESENT_MIN = 30;

/** Whether what was last heard of a vehicle still tells of the present. */
export function isPresent({ atMs }: Pick<VehicleState, 'atMs'>, { rules }: Trip, nowMs: number): boolean {
  return nowMs - atMs <= Math.min(rules.silentMin, PRESENT_MIN) * MIN_MS;
}

/**
 * What one vehicle's own fixes tell. What was last seen of a vehicle that has since fallen silent ends where the
 * silence begins: it is no longer known to be so.
 */
export function vehicleEpisodes(trip: Trip, id: string, state: VehicleState, nowMs: number): Episode[] {
  const { last, watches } = state;
  const seenUntilMs = isPresent(state, trip, nowMs) ? null : state.atMs;
  const past = state.past.map(({ kind, beganAtMs, endedAtMs, value, lat, lng }) =>
    episode(id, kind, beganAtMs, endedAtMs, { lat, lng }, value),
  );
  const open = WATCHED.flatMap((kind) => {
    const watch = watches[kind];
    if (!watch?.isOpen) return [];
    const { sinceMs, lat, lng, value } = watch;
    const endedAtMs = trip.arrivedAtMs ?? trip.endedAtMs ?? seenUntilMs;
    return [episode(id, kind, sinceMs, endedAtMs, { lat, lng }, value)];
  });
  const silence = silenceOf(trip, state, nowMs);
  return [
    ...past,
    ...open,
    ...(silence === null ? [] : [episode(id, 'silent', silence, trip.endedAtMs, last, 0)]),
  ];
}

/** Since when it has been silent on the road; null when it has not, or not for long. */
function silenceOf(trip: Trip, { atMs }: VehicleState, nowMs: number): number | null {
  const untilMs = Math.min(nowMs, trip.endedAtMs ?? nowMs);
  if (trip.departedAtMs === null || !isDriving(trip, untilMs)) return null;
  const sinceMs = Math.max(atMs, trip.departedAtMs);
  return untilMs - sinceMs > trip.rules.silentMin * MIN_MS ? sinceMs : null;
}

function episode(
  id: string,
  kind: AlertKind,
  beganAtMs: number,
  endedAtMs: number | null,
  at: LatLng | null,
  value: number,
): Episode {
  return {
    kind,
    cause: id,
    convoyVehicleId: id,
    stopId: null,
    beganAtMs,
    endedAtMs: endedAtMs === null ? null : Math.max(beganAtMs, endedAtMs),
    at: at && { lat: at.lat, lng: at.lng },
    values: valuesOf(kind, value),
  };
}

function valuesOf(kind: AlertKind, value: number): Episode['values'] {
  if (kind === 'off_route') return { distanceM: Math.round(value) };
  if (kind === 'low_battery') return { batteryPct: Math.round(100 - value) };
  if (kind === 'implausible_position') return { count: value };
  return {};
}
