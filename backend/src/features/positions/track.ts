import { isReachable } from './fix.ts';
import { CONFIRMING_FIXES } from './fleet.ts';

export type TrackFix = { recordedAtMs: number; lat: number; lng: number; speedMps: number | null };

/**
 * The fixes a vehicle can really have driven through, in the order of their own time: the same for any order and
 * any repetition of what came in. A fix out of reach of its neighbours is left out; once enough in a row agree on
 * another place they are believed, and a beginning too short to outweigh them is not.
 */
export function plausibleTrack(fixes: readonly TrackFix[], speedMps?: number): TrackFix[] {
  const sieve = createSieve(speedMps);
  return [...inTimeOrder(fixes).flatMap(sieve.take), ...sieve.rest()];
}

export type Sieve = {
  /** What is believed now that this one, newer than all before it, is known. */
  take: (fix: TrackFix) => TrackFix[];
  /** What is believed though nothing more comes. */
  rest: () => TrackFix[];
};

/** `plausibleTrack` for fixes that come one by one, in the order of their time. */
export function createSieve(speedMps?: number): Sieve {
  let last: TrackFix | undefined;
  /** A beginning that may still be outweighed; undefined once it has been handed out. */
  let opening: TrackFix[] | undefined = [];
  let doubted: TrackFix[] = [];

  function believe(...fixes: TrackFix[]): TrackFix[] {
    last = fixes.at(-1);
    doubted = [];
    if (!opening) return fixes;
    opening.push(...fixes);
    if (opening.length < CONFIRMING_FIXES) return [];
    const begun = opening;
    opening = undefined;
    return begun;
  }

  return {
    take(fix) {
      if (!last || isReachable(last, fix, speedMps)) return believe(fix);
      const before = doubted.at(-1);
      if (before && !isReachable(before, fix, speedMps)) doubted = [];
      doubted.push(fix);
      if (doubted.length < CONFIRMING_FIXES) return [];
      if (opening) opening = [];
      return believe(...doubted);
    },
    rest: () => opening ?? [],
  };
}

function inTimeOrder(fixes: readonly TrackFix[]): TrackFix[] {
  const sorted = [...fixes].sort((a, b) => a.recordedAtMs - b.recordedAtMs || a.lat - b.lat || a.lng - b.lng);
  return sorted.filter((fix, index) => fix.recordedAtMs !== sorted[index - 1]?.recordedAtMs);
}
