import { isReachable } from './fix.ts';
import { CONFIRMING_FIXES } from './fleet.ts';

export type TrackFix = { recordedAtMs: number; lat: number; lng: number; speedMps: number | null };

/**
 * The fixes a vehicle can really have driven through, in the order of their own time: the same for any order and
 * any repetition of what came in. A fix out of reach of its neighbours is left out; once enough in a row agree on
 * another place they are believed, and a beginning too short to outweigh them is not.
 */
export function plausibleTrack(fixes: readonly TrackFix[], speedMps?: number): TrackFix[] {
  const track: TrackFix[] = [];
  let doubted: TrackFix[] = [];
  for (const fix of inTimeOrder(fixes)) {
    const last = track.at(-1);
    if (!last || isReachable(last, fix, speedMps)) {
      track.push(fix);
      doubted = [];
      continue;
    }
    const before = doubted.at(-1);
    if (before && !isReachable(before, fix, speedMps)) doubted = [];
    doubted.push(fix);
    if (doubted.length < CONFIRMING_FIXES) continue;
    if (track.length < CONFIRMING_FIXES) track.length = 0;
    track.push(...doubted);
    doubted = [];
  }
  return track;
}

function inTimeOrder(fixes: readonly TrackFix[]): TrackFix[] {
  const sorted = [...fixes].sort((a, b) => a.recordedAtMs - b.recordedAtMs || a.lat - b.lat || a.lng - b.lng);
  return sorted.filter((fix, index) => fix.recordedAtMs !== sorted[index - 1]?.recordedAtMs);
}
