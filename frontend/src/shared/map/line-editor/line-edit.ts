import type { LatLng } from '@qafila/contract';
import { measureLine, snapToLine } from '../geometry.ts';
import type { Px } from '../pixels.ts';

/** Points of a line in order, or the corners of a polygon, whose last edge closes it by itself. */
export type LineMode = 'line' | 'polygon';

export type LineRules = {
  readonly mode: LineMode;
  /** The first and the last point of the line stand: a route begins and ends at its stops. */
  readonly keepsEnds: boolean;
};

type Points = readonly LatLng[];

const DECIMALS = 5;

/** To about a metre. */
export const rounded = ({ lat, lng }: LatLng): LatLng => ({
  lat: Number(lat.toFixed(DECIMALS)),
  lng: Number(lng.toFixed(DECIMALS)),
});

export const isFixed = (points: Points, index: number, { mode, keepsEnds }: LineRules) =>
  mode === 'line' && keepsEnds && (index === 0 || index === points.length - 1);

/**
 * Where a new point comes to stand: it goes on from the chosen one, so that clicks one after the other draw on. With
 * none chosen a line grows at its end, and a polygon on its nearest edge.
 */
export function indexForNew(points: Points, at: LatLng, rules: LineRules, chosen: number | null): number {
  if (rules.mode === 'polygon') return chosen === null ? edgeNear(points, at) + 1 : chosen + 1;
  const growsAtStart = chosen === 0 && points.length > 1 && !rules.keepsEnds;
  if (growsAtStart) return 0;
  const last = rules.keepsEnds ? points.length - 1 : points.length;
  return Math.max(0, Math.min(last, chosen === null ? last : chosen + 1));
}

/** Index of the corner at which the nearest edge begins. */
function edgeNear(points: Points, at: LatLng): number {
  const [first] = points;
  if (!first || points.length < 3) return points.length - 1;
  return snapToLine(measureLine([...points, first]), at)?.segment ?? points.length - 1;
}

export const insertPoint = (points: Points, index: number, at: LatLng): LatLng[] =>
  points.toSpliced(index, 0, rounded(at));

export const movePoint = (points: Points, index: number, at: LatLng): LatLng[] =>
  points.with(index, rounded(at));

export const removePoint = (points: Points, index: number): LatLng[] => points.toSpliced(index, 1);

export type Handles = {
  /** Indices of the points that can be taken hold of. */
  readonly points: readonly number[];
  /** Indices of the points after which a new one can be drawn out. */
  readonly middles: readonly number[];
};

/** Handles that a finger can tell apart: of points that lie closer on the screen only some have one, the ends always. */
export function handlesFor(pixels: readonly Px[], mode: LineMode, roomPx: number): Handles {
  const apart = (a: Px | undefined, b: Px | undefined) => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);
  const points: number[] = [];
  const last = pixels.length - 1;
  pixels.forEach((p, i) => {
    const shown = points.at(-1);
    if (i === 0 || i === last || apart(pixels[shown ?? 0], p) >= roomPx) points.push(i);
  });
  const edges = mode === 'polygon' && pixels.length > 2 ? pixels.length : last;
  const middles = pixels.flatMap((p, i) =>
    i < edges && apart(p, pixels[(i + 1) % pixels.length]) >= 2 * roomPx ? [i] : [],
  );
  return { points, middles };
}
