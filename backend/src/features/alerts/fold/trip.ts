import type { AlertRules, ConvoyStatus, LatLng, Pace, Way, WayStop } from '@qafila/contract';

export type TripStop = WayStop & {
  readonly id: string;
  readonly siteId: string;
  readonly plannedArrivalAtMs: number;
};

export type TripVehicle = {
  /** Of its place on the convoy, not of the vehicle. */
  readonly id: string;
  readonly number: number;
  readonly plausibleSpeedMps: number;
};

/** What a driver has told by a button. */
export type TripReport = {
  readonly id: string;
  readonly convoyVehicleId: string;
  readonly kind: 'departed' | 'arrived';
  readonly stopId: string | null;
  readonly atMs: number;
};

/** What people have entered of a convoy: all that its vehicles' fixes are judged by. Instants in ms. */
export type Trip = {
  readonly convoyId: string;
  readonly campaignId: string;
  readonly status: ConvoyStatus;
  readonly way: Way;
  /** The origin, then the stops in order. */
  readonly fences: readonly LatLng[];
  readonly stops: readonly TripStop[];
  readonly vehicles: readonly TripVehicle[];
  readonly plannedDepartureAtMs: number;
  readonly loadingAtMs: number | null;
  readonly departedAtMs: number | null;
  readonly arrivedAtMs: number | null;
  readonly endedAtMs: number | null;
  /** From when to when it was held; one that lasts has no end. */
  readonly holds: readonly (readonly [number, number])[];
  readonly reports: readonly TripReport[];
  readonly rules: AlertRules;
  readonly pace: Pace;
};

/** On the road: between the departure and the last arrival. */
export function isDriving({ departedAtMs, arrivedAtMs }: Trip, atMs: number): boolean {
  return departedAtMs !== null && atMs >= departedAtMs && (arrivedAtMs === null || atMs < arrivedAtMs);
}

export function isHeld({ holds }: Trip, atMs: number): boolean {
  return holds.some(([from, to]) => from <= atMs && atMs < to);
}

/** Metres of the way to the last stop reached by then. */
export function reachedM({ stops }: Trip, atMs: number): number {
  return stops.reduce(
    (furthest, { alongM, arrivedAtMs }) =>
      arrivedAtMs !== null && arrivedAtMs <= atMs ? Math.max(furthest, alongM) : furthest,
    0,
  );
}
