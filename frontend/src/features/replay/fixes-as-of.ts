import { advance, type Convoy, type FixTuple, wayOf } from '@qafila/contract';
import { placeAt, type Track } from './track.ts';

/** Where every vehicle was, as its newest fix would have told; how far it had come is not in it. */
export function fixesAt(tracks: readonly Track[], atMs: number): Map<number, FixTuple> {
  const fixes = new Map<number, FixTuple>();
  for (const track of tracks) {
    const place = placeAt(track, atMs / 1000);
    const known = fixes.get(track.number);
    if (!place || (known && known[1] >= place.seenAtS)) continue;
    const { seenAtS, lat, lng, speedMps, headingDeg } = place;
    fixes.set(track.number, [track.number, seenAtS, lat, lng, speedMps, headingDeg, null, null]);
  }
  return fixes;
}

const REACHED = new Set<Convoy['stops'][number]['status']>(['arrived', 'unloading', 'settled']);

/** The same with how far along its convoy's way each had come. */
export function withProgress(
  fixes: ReadonlyMap<number, FixTuple>,
  convoys: readonly Convoy[],
): Map<number, FixTuple> {
  const reckoned = new Map(fixes);
  for (const convoy of convoys) {
    if (!convoy.departedAt) continue;
    const way = wayOf(convoy.stops);
    const reachedM = way.stopsM[convoy.stops.findLastIndex(({ status }) => REACHED.has(status))] ?? 0;
    const departure = { atMs: Date.parse(convoy.departedAt), reachedM };
    for (const { number, plausibleSpeedMps } of convoy.vehicles) {
      const fix = fixes.get(number);
      if (!fix) continue;
      const at = { lat: fix[2], lng: fix[3], atMs: fix[1] * 1000 };
      const { progress } = advance(way, null, at, departure, plausibleSpeedMps);
      if (progress) reckoned.set(number, withMetres(fix, progress.progressM));
    }
  }
  return reckoned;
}

function withMetres([number, atS, lat, lng, speed, heading, battery]: FixTuple, progressM: number): FixTuple {
  return [number, atS, lat, lng, speed, heading, battery, Math.round(progressM)];
}
