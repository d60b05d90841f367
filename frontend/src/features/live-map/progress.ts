import {
  convoyProgressM,
  type HeardVehicle,
  heardVehicle,
  type LiveConvoy,
  lastToArrive,
  type Stop,
  type Way,
  type WayStop,
  wayOf,
} from '@qafila/contract';
import type { Fixes } from './live.store.ts';

export type ConvoyProgress = {
  readonly way: Way;
  readonly stops: readonly WayStop[];
  /** Of the slowest vehicle whose signal is fresh. */
  readonly progressM: number;
  /** The vehicle that will arrive last, as of its own last fix; null when none has a signal. */
  readonly slowest: HeardVehicle | null;
};

const REACHED = new Set<Stop['status']>(['arrived', 'unloading', 'settled']);

export function isReached({ status }: Pick<Stop, 'status'>): boolean {
  return REACHED.has(status);
}

/** How far the convoy has come, from what the frames say of each of its vehicles. */
export function progressOf({ convoy, pace }: LiveConvoy, fixes: Fixes, now: Date): ConvoyProgress {
  const way = wayOf(convoy.stops);
  const stops = wayStops(convoy.stops, way);
  const { departedAt, arrivedAt } = convoy;
  if (!departedAt) return { way, stops, progressM: 0, slowest: null };
  if (arrivedAt) return { way, stops, progressM: way.lengthM, slowest: null };
  const heard = convoy.vehicles.flatMap(
    ({ number }) => heardVehicle(fixes.get(number), departedAt, now) ?? [],
  );
  const reachedM = way.stopsM[convoy.stops.findLastIndex(isReached)] ?? 0;
  return {
    way,
    stops,
    progressM: Math.max(reachedM, convoyProgressM(heard)),
    slowest: lastToArrive(stops, Date.parse(departedAt), heard, pace),
  };
}

function wayStops(stops: readonly Stop[], { stopsM }: Way): WayStop[] {
  return stops.map(({ arrivedAt, endedAt, plannedHaltMin }, i) => ({
    alongM: stopsM[i] ?? 0,
    haltMin: plannedHaltMin,
    arrivedAtMs: arrivedAt === null ? null : Date.parse(arrivedAt),
    endedAtMs: endedAt === null ? null : Date.parse(endedAt),
  }));
}
