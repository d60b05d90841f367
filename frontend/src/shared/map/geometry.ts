import type { LatLng } from '@qafila/contract';

/** On the earth: metres, degrees. Screen space lives in pixels.ts. */

const EARTH_RADIUS_M = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

export function haversineM(a: LatLng, b: LatLng): number {
  const sinLat = Math.sin(radians(b.lat - a.lat) / 2);
  const sinLng = Math.sin(radians(b.lng - a.lng) / 2);
  const h = sinLat * sinLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLng * sinLng;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

const CIRCLE_CORNERS = 48;

/** A circle on the ground as the corners of a polygon. */
export function circleRing({ lat, lng }: LatLng, radiusM: number): LatLng[] {
  const latRadius = (radiusM / EARTH_RADIUS_M) * (180 / Math.PI);
  const lngRadius = latRadius / Math.cos(radians(lat));
  return Array.from({ length: CIRCLE_CORNERS }, (_, i) => {
    const turn = (2 * Math.PI * i) / CIRCLE_CORNERS;
    return { lat: lat + latRadius * Math.cos(turn), lng: lng + lngRadius * Math.sin(turn) };
  });
}

/** A line with the distance of every point from its start. */
export type MeasuredLine = {
  readonly points: readonly LatLng[];
  readonly atM: readonly number[];
  readonly lengthM: number;
};

export function measureLine(points: readonly LatLng[]): MeasuredLine {
  const atM: number[] = [];
  let total = 0;
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (before) total += haversineM(before, point);
    atM.push(total);
  });
  return { points, atM, lengthM: total };
}

export type Snap = {
  readonly at: LatLng;
  /** From the point to the line. */
  readonly distanceM: number;
  /** From the start of the line to the snapped point. */
  readonly alongM: number;
  readonly segment: number;
};

/** Share of the segment a–b at which it comes nearest to p, on a plane that is true at p. */
function nearestShare(p: LatLng, a: LatLng, b: LatLng): number {
  const kx = Math.cos(radians(p.lat));
  const dx = (b.lng - a.lng) * kx;
  const dy = b.lat - a.lat;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  return Math.min(1, Math.max(0, ((p.lng - a.lng) * kx * dx + (p.lat - a.lat) * dy) / squared));
}

const between = (a: LatLng, b: LatLng, share: number): LatLng => ({
  lat: a.lat + (b.lat - a.lat) * share,
  lng: a.lng + (b.lng - a.lng) * share,
});

/** The nearest point of the line, or of its part between two distances; null when that part is empty. */
export function snapToLine(
  line: MeasuredLine,
  point: LatLng,
  window?: { fromM: number; toM: number },
): Snap | null {
  let best: Snap | null = null;
  for (let i = 1; i < line.points.length; i += 1) {
    const [a, b] = [line.points[i - 1], line.points[i]];
    const [startM, endM] = [line.atM[i - 1], line.atM[i]];
    if (!a || !b || startM === undefined || endM === undefined) continue;
    if (window && (endM < window.fromM || startM > window.toM)) continue;
    const share = nearestShare(point, a, b);
    const at = between(a, b, share);
    const distanceM = haversineM(point, at);
    if (!best || distanceM < best.distanceM) {
      best = { at, distanceM, alongM: startM + (endM - startM) * share, segment: i - 1 };
    }
  }
  return best;
}

/** Share of the line that lies behind the point, 0–1. */
export function progressAlong(line: MeasuredLine, point: LatLng): number {
  const snap = snapToLine(line, point);
  return snap && line.lengthM > 0 ? snap.alongM / line.lengthM : 0;
}

/** Fewer points, none of those left out further than the tolerance from the line that stays (Douglas–Peucker). */
export function simplifyLine(points: readonly LatLng[], toleranceM: number): LatLng[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return [...points];
  let worst = { index: 0, distanceM: -1 };
  const chord = measureLine([first, last]);
  points.slice(1, -1).forEach((point, i) => {
    const distanceM = snapToLine(chord, point)?.distanceM ?? 0;
    if (distanceM > worst.distanceM) worst = { index: i + 1, distanceM };
  });
  if (worst.distanceM <= toleranceM) return [first, last];
  const head = simplifyLine(points.slice(0, worst.index + 1), toleranceM);
  return [...head.slice(0, -1), ...simplifyLine(points.slice(worst.index), toleranceM)];
}

/** Cell of about two kilometres. */
const cellOf = ({ lat, lng }: LatLng) => `${Math.round(lat * 50)}:${Math.round(lng * 50)}`;

function cellsOf(line: readonly LatLng[]): Set<string> {
  const cells = new Set<string>();
  line.forEach((point, i) => {
    const before = line[i - 1] ?? point;
    const steps = Math.max(1, Math.ceil(haversineM(before, point) / 1000));
    for (let k = 1; k <= steps; k += 1) cells.add(cellOf(between(before, point, k / steps)));
  });
  return cells;
}

const SHARED_CELLS = 4;
const LANES = [0, 1, -1, 2, -2, 3, -3] as const;

/**
 * A lane (0, ±1, ±2 …) for every line, so that lines that share a road are drawn side by side. Earlier lines get the
 * inner lanes; lines that never meet may have the same.
 */
export function assignLanes(lines: readonly (readonly LatLng[])[]): number[] {
  const cells = lines.map(cellsOf);
  const lanes: number[] = [];
  cells.forEach((own, i) => {
    const taken = new Set(
      cells.slice(0, i).flatMap((other, k) => {
        const shared = [...own].filter((cell) => other.has(cell)).length;
        return shared >= SHARED_CELLS ? [lanes[k]] : [];
      }),
    );
    lanes.push(LANES.find((lane) => !taken.has(lane)) ?? 0);
  });
  return lanes;
}
