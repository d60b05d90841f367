import { bearingDeg, distanceM, type LatLng, type ReplayTrack } from '@qafila/contract';

const DEGREES = 100_000;

/** One vehicle's way on one convoy; times are epoch seconds and rise. */
export type Track = Pick<ReplayTrack, 'vehicleId' | 'number' | 'convoyId'> & {
  readonly atS: readonly number[];
  readonly lat: readonly number[];
  readonly lng: readonly number[];
};

/** A track as it travels, read from the instant that its seconds are counted from. */
export function decodeTrack({ dtS, dLat, dLng, ...of }: ReplayTrack, from: string): Track {
  return {
    ...of,
    atS: summed(dtS, Date.parse(from) / 1000, 1),
    lat: summed(dLat, 0, DEGREES),
    lng: summed(dLng, 0, DEGREES),
  };
}

function summed(steps: readonly number[], start: number, unit: number): number[] {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return start + sum / unit;
  });
}

/** Parts of one stretch of time after another as whole tracks. */
export function joinTracks(parts: readonly (readonly Track[])[]): Track[] {
  const joined = new Map<string, Track>();
  for (const track of parts.flat()) {
    const key = `${track.convoyId} ${track.number}`;
    const before = joined.get(key);
    joined.set(key, before ? joinTwo(before, track) : track);
  }
  return [...joined.values()];
}

/** Where both know the seam, it is taken once. */
function joinTwo(before: Track, after: Track): Track {
  const lastS = before.atS.at(-1) ?? Number.NEGATIVE_INFINITY;
  const first = after.atS.findIndex((atS) => atS > lastS);
  if (first < 0) return before;
  return {
    ...before,
    atS: [...before.atS, ...after.atS.slice(first)],
    lat: [...before.lat, ...after.lat.slice(first)],
    lng: [...before.lng, ...after.lng.slice(first)],
  };
}

/** Longer than this between two fixes, nobody knows where the vehicle was: it stays where it was last seen. */
const UNKNOWN_AFTER_S = 600;
/** So little between two fixes says nothing of a direction. */
const STANDING_M = 25;

export type Place = LatLng & {
  /** When it was last seen, by the replay's own time; epoch seconds. */
  readonly seenAtS: number;
  readonly headingDeg: number | null;
  readonly speedMps: number | null;
};

/** Where a vehicle was at an instant; null before it was first seen. */
export function placeAt(track: Track, atS: number): Place | null {
  const i = lastAtOrBefore(track.atS, atS);
  const here = pointOf(track, i);
  if (!here) return null;
  const next = pointOf(track, i + 1);
  if (!next || next.atS - here.atS > UNKNOWN_AFTER_S) {
    return {
      lat: here.lat,
      lng: here.lng,
      seenAtS: here.atS,
      headingDeg: headingBefore(track, i),
      speedMps: null,
    };
  }
  const share = (atS - here.atS) / (next.atS - here.atS);
  const lengthM = distanceM(here, next);
  return {
    lat: here.lat + (next.lat - here.lat) * share,
    lng: here.lng + (next.lng - here.lng) * share,
    seenAtS: atS,
    headingDeg: lengthM > STANDING_M ? bearingDeg(here, next) : headingBefore(track, i),
    speedMps: lengthM / (next.atS - here.atS),
  };
}

type Point = LatLng & { readonly atS: number };

function pointOf({ atS, lat, lng }: Track, i: number): Point | null {
  const [at, y, x] = [atS[i], lat[i], lng[i]];
  return at === undefined || y === undefined || x === undefined ? null : { atS: at, lat: y, lng: x };
}

/** -1 where all come after. */
function lastAtOrBefore(times: readonly number[], atS: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= atS) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const LOOK_BACK = 12;

/** The way it last drove, for as long as it stands. */
function headingBefore(track: Track, i: number): number | null {
  for (let j = i; j > Math.max(0, i - LOOK_BACK); j--) {
    const [from, to] = [pointOf(track, j - 1), pointOf(track, j)];
    if (from && to && distanceM(from, to) > STANDING_M) return bearingDeg(from, to);
  }
  return null;
}

/** The places of the last while before an instant, oldest first, the one at it included. */
export function trailBefore(track: Track, atS: number, seconds: number): LatLng[] {
  const last = lastAtOrBefore(track.atS, atS);
  const first = lastAtOrBefore(track.atS, atS - seconds) + 1;
  const points: LatLng[] = [];
  for (let i = first; i <= last; i++) {
    const point = pointOf(track, i);
    if (point) points.push({ lat: point.lat, lng: point.lng });
  }
  return points;
}
