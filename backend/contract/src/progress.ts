import type { LatLng } from './primitives.ts';
import { isApproximateAt, type Snap, snapToWay, type Way } from './way.ts';

/** How far a vehicle has come along its convoy's way, and when it was last seen on it. */
export type Progress = { readonly progressM: number; readonly atMs: number };

export type Departure = {
  readonly atMs: number;
  /** Road metres of the last stop that was reached when the first fix came; 0 before any. */
  readonly reachedM: number;
};

/** A fix may lie this far behind or past where it should. */
const SLACK_M = 500;
const START_SLACK_M = 2_000;
/** Further off than this, a vehicle is not on the way; a straight guess is far from any road. */
const ON_WAY_M = 2_000;
const ON_GUESS_M = 20_000;

export type Advance = {
  readonly progress: Progress | null;
  /** Where the fix itself falls, within what the vehicle can have come; null when off the way. */
  readonly snap: Snap | null;
};

/**
 * A vehicle's next progress: looked for from where it was to as far as it can have come, and never backwards. Off
 * the way it holds, and the reach grows, so that a detour joins again ahead. The fix must be later than what is known.
 */
export function advance(
  way: Way,
  before: Progress | null,
  fix: LatLng & { readonly atMs: number },
  departure: Departure,
  plausibleSpeedMps: number,
): Advance {
  if (fix.atMs < departure.atMs) return { progress: before, snap: null };
  const since = before ?? { progressM: departure.reachedM, atMs: departure.atMs };
  const reachM = ((fix.atMs - since.atMs) / 1000) * plausibleSpeedMps;
  const snap = snapToWay(way, fix, {
    fromM: before ? Math.max(0, since.progressM - SLACK_M) : 0,
    toM: Math.min(way.lengthM, since.progressM + reachM + (before ? SLACK_M : START_SLACK_M)),
    expectedM: since.progressM,
  });
  if (!snap || snap.offsetM > toleranceM(way, snap.alongM)) return { progress: before, snap: null };
  const progressM = before ? Math.max(before.progressM, snap.alongM) : snap.alongM;
  return { progress: { progressM, atMs: fix.atMs }, snap };
}

function toleranceM(way: Way, alongM: number): number {
  return isApproximateAt(way, alongM) ? ON_GUESS_M : ON_WAY_M;
}

/** Metres from the whole way, whatever part of it. */
export function offWayM(way: Way, at: LatLng): number {
  const whole = { fromM: 0, toM: way.lengthM, expectedM: 0 };
  return snapToWay(way, at, whole)?.offsetM ?? Number.POSITIVE_INFINITY;
}

/** A vehicle that still has a signal, at its own last word. */
export type HeardVehicle = Progress & { readonly isLive: boolean };

/**
 * How far a convoy has come: as its slowest vehicle with a fresh signal, or without one as the slowest that has any.
 */
export function convoyProgressM(heard: readonly HeardVehicle[]): number {
  const live = heard.filter(({ isLive }) => isLive);
  const counted = live.length > 0 ? live : heard;
  return counted.length > 0 ? Math.min(...counted.map(({ progressM }) => progressM)) : 0;
}

/** From the first to the last of those in sight. */
export function spreadM(progressesM: readonly number[]): number {
  return progressesM.length > 0 ? Math.max(...progressesM) - Math.min(...progressesM) : 0;
}

/**
 * How far each is behind the body of the convoy: its middle vehicle, the one further ahead of two. One that hurries
 * ahead thus makes no stragglers of the rest.
 */
export function behindM(progressesM: readonly number[]): number[] {
  const middleM = progressesM.toSorted((a, b) => a - b)[Math.floor(progressesM.length / 2)] ?? 0;
  return progressesM.map((progressM) => Math.max(0, middleM - progressM));
}
