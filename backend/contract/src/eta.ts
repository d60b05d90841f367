import { z } from 'zod';
import type { HeardVehicle } from './progress.ts';

/**
 * What is known of the road before a convoy has driven it: so many km/h, worth so many hours of its own driving, and
 * half the width of the range, as a share of the driving time left.
 */
export const Pace = z.strictObject({
  /** Over the whole way, and on each of its legs in order; a leg that is not here is as the whole. */
  kmh: z.number().positive(),
  legKmh: z.array(z.number().positive()),
  hours: z.number().nonnegative(),
  spread: z.number().min(0).max(1),
});
export type Pace = z.infer<typeof Pace>;

/** Where no trip has taught better. */
export const UNLEARNT_PACE: Pace = { kmh: 45, legKmh: [], hours: 1, spread: 0.2 };
/** Roads bend: what a straight leg is taken to be longer than its length. */
export const STRAIGHT_DETOUR = 1.35;
/** Later than this against the plan counts as delayed. Minutes. */
export const DELAYED_AFTER_MIN = 15;

export type EtaRange = { earliest: Date; latest: Date };

/** What of a stop an arrival is reckoned by. */
export type WayStop = {
  readonly alongM: number;
  readonly haltMin: number;
  readonly arrivedAtMs: number | null;
  /** Settled or skipped. */
  readonly endedAtMs: number | null;
};

const HOUR_MS = 3_600_000;
const MIN_MS = 60_000;

/** Hours on the road from the departure to `atMs`: without those spent at stops, but with every other halt. */
export function drivenHours(stops: readonly WayStop[], departedAtMs: number, atMs: number): number {
  const atStopsMs = stops.reduce((sum, { arrivedAtMs, endedAtMs }) => {
    if (arrivedAtMs === null) return sum;
    const from = Math.max(arrivedAtMs, departedAtMs);
    return sum + Math.max(0, Math.min(endedAtMs ?? atMs, atMs) - from);
  }, 0);
  return Math.max(0, atMs - departedAtMs - atStopsMs) / HOUR_MS;
}

/** How long the stops before that one will still hold a convoy up, as planned. */
function haltsBeforeMs(stops: readonly WayStop[], index: number, atMs: number): number {
  return stops.slice(0, index).reduce((sum, { haltMin, arrivedAtMs, endedAtMs }) => {
    if (endedAtMs !== null && endedAtMs <= atMs) return sum;
    const spentMs = arrivedAtMs === null ? 0 : Math.max(0, atMs - arrivedAtMs);
    return sum + Math.max(0, haltMin * MIN_MS - spentMs);
  }, 0);
}

/** How long the way from one place to another on it takes, as far as is known. */
function expectedHours(stops: readonly WayStop[], fromM: number, toM: number, pace: Pace): number {
  let startM = 0;
  return stops.reduce((sum, { alongM }, leg) => {
    const metres = Math.max(0, Math.min(toM, alongM) - Math.max(fromM, startM));
    startM = alongM;
    return sum + metres / 1000 / (pace.legKmh[leg] ?? pace.kmh);
  }, 0);
}

/**
 * When a vehicle that had come `progressM` by `atMs` will be at a stop: as long as the way left is known to take, by
 * as much longer as the way done has taken than was known. That counts the halts on the road, because the road ahead
 * has them too; planned ones are added. Where all legs are alike this is a pace of (km done + prior km) in (hours
 * driven + prior hours).
 */
export function arrivalAt(
  stops: readonly WayStop[],
  index: number,
  departedAtMs: number,
  { progressM, atMs }: Pick<HeardVehicle, 'progressM' | 'atMs'>,
  pace: Pace,
): EtaRange {
  const drivenH = drivenHours(stops, departedAtMs, atMs);
  const expectedH = expectedHours(stops, 0, progressM, pace);
  const slowness = (drivenH + pace.hours) / (expectedH + pace.hours);
  const driveMs = expectedHours(stops, progressM, stops[index]?.alongM ?? 0, pace) * slowness * HOUR_MS;
  const sinceMs = atMs + haltsBeforeMs(stops, index, atMs);
  return {
    earliest: new Date(sinceMs + driveMs * (1 - pace.spread)),
    latest: new Date(sinceMs + driveMs * (1 + pace.spread)),
  };
}

/**
 * The vehicle that will be there last, reckoned from its own last word: one not heard of for a while has driven on
 * since. Null when none is heard.
 */
export function lastToArrive<Heard extends HeardVehicle>(
  stops: readonly WayStop[],
  departedAtMs: number,
  heard: readonly Heard[],
  pace: Pace,
): Heard | null {
  let last: { vehicle: Heard; latest: Date } | null = null;
  for (const vehicle of heard) {
    const { latest } = arrivalAt(stops, stops.length - 1, departedAtMs, vehicle, pace);
    if (!last || latest > last.latest) last = { vehicle, latest };
  }
  return last?.vehicle ?? null;
}

/** What should have been by now is due now. */
export function notBefore(now: Date, { earliest, latest }: EtaRange): EtaRange {
  return {
    earliest: new Date(Math.max(earliest.getTime(), now.getTime())),
    latest: new Date(Math.max(latest.getTime(), now.getTime())),
  };
}

/** Whole minutes late against the plan, from the middle of the range; negative when early. */
export function delayMin(eta: EtaRange, planned: Date): number {
  const middle = (eta.earliest.getTime() + eta.latest.getTime()) / 2;
  return Math.round((middle - planned.getTime()) / MIN_MS);
}
