import type { LatLng } from './primitives.ts';

const EARTH_RADIUS_M = 6_371_008.8;
const RAD = Math.PI / 180;

/** Great-circle distance, metres. */
export function distanceM(a: LatLng, b: LatLng): number {
  const dLat = (b.lat - a.lat) * RAD;
  const dLng = (b.lng - a.lng) * RAD;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** [lat, lng] vertices. */
export type Line = readonly (readonly [number, number])[];

export function lineLengthM(line: Line): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distanceM(point(line, i - 1), point(line, i));
  return sum;
}

/** Where `at` falls on the line: metres from its start to the nearest point, and how far off the line it is. */
export function snapToLine(line: Line, at: LatLng): { progressM: number; offsetM: number } {
  let best = { progressM: 0, offsetM: line.length ? distanceM(point(line, 0), at) : Infinity };
  let passedM = 0;
  for (let i = 1; i < line.length; i++) {
    const from = point(line, i - 1);
    const to = point(line, i);
    const lengthM = distanceM(from, to);
    const share = nearestShare(from, to, at);
    const near = { lat: from.lat + (to.lat - from.lat) * share, lng: from.lng + (to.lng - from.lng) * share };
    const offsetM = distanceM(near, at);
    if (offsetM < best.offsetM) best = { progressM: passedM + lengthM * share, offsetM };
    passedM += lengthM;
  }
  return best;
}

/** The point `progressM` along the line, with the bearing of travel there; clamped to its ends. */
export function pointAlong(line: Line, progressM: number): LatLng & { headingDeg: number } {
  let left = Math.max(0, progressM);
  for (let i = 1; i < line.length; i++) {
    const from = point(line, i - 1);
    const to = point(line, i);
    const lengthM = distanceM(from, to);
    if (left <= lengthM || i === line.length - 1) {
      const share = lengthM === 0 ? 0 : Math.min(1, left / lengthM);
      return {
        lat: from.lat + (to.lat - from.lat) * share,
        lng: from.lng + (to.lng - from.lng) * share,
        headingDeg: bearingDeg(from, to),
      };
    }
    left -= lengthM;
  }
  return { ...point(line, 0), headingDeg: 0 };
}

/** Initial bearing, degrees clockwise from north, 0 ≤ x < 360. */
export function bearingDeg(from: LatLng, to: LatLng): number {
  const dLng = (to.lng - from.lng) * RAD;
  const y = Math.sin(dLng) * Math.cos(to.lat * RAD);
  const x =
    Math.cos(from.lat * RAD) * Math.sin(to.lat * RAD) -
    Math.sin(from.lat * RAD) * Math.cos(to.lat * RAD) * Math.cos(dLng);
  return (Math.atan2(y, x) / RAD + 360) % 360;
}

function point(line: Line, index: number): LatLng {
  const [lat, lng] = line[index] ?? [0, 0];
  return { lat, lng };
}

/** Share 0–1 of the segment where it is nearest to `at`, on a local flat map. */
function nearestShare(from: LatLng, to: LatLng, at: LatLng): number {
  const scale = Math.cos(from.lat * RAD);
  const dx = (to.lng - from.lng) * scale;
  const dy = to.lat - from.lat;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  const share = ((at.lng - from.lng) * scale * dx + (at.lat - from.lat) * dy) / squared;
  return Math.min(1, Math.max(0, share));
}
