import { distanceM, type Line } from './geo.ts';
import type { HazardArea } from './hazards.ts';
import type { LatLng } from './primitives.ts';

/** Degrees; never across the antimeridian. */
export type Box = { south: number; west: number; north: number; east: number };

const M_PER_DEG = 111_195;
const RAD = Math.PI / 180;

/** Metres on a map that is flat round its origin: true to a few per mille within 100 km. */
type Flat = { readonly x: number; readonly y: number };
type Plane = (at: LatLng) => Flat;
type Vertex = Line[number];

export function boxOfArea(area: HazardArea): Box {
  if (area.type === 'circle') return widened(boxOf([area.center]), area.radiusM);
  return boxOf(area.ring.map(toLatLng));
}

/** The box of a line and all that lies within so many metres of it. */
export function boxAround(line: Line, withinM: number): Box {
  return widened(boxOf(line.map(toLatLng)), withinM);
}

/** A line made ready to be held against many areas: how far along it each vertex lies, and where its stretches are. */
export type MeasuredLine = {
  readonly line: Line;
  readonly alongM: readonly number[];
  readonly stretches: readonly Stretch[];
};

/** Vertices from `first` to `last`, with the box they lie in: most are far from any one fire. */
type Stretch = { readonly first: number; readonly last: number; readonly box: Box };
const STRETCH_SEGMENTS = 32;

export function measured(given: Line): MeasuredLine {
  // A single place is a way of no length.
  const line = given.length === 1 ? [...given, ...given] : given;
  let passedM = 0;
  const alongM = line.map((vertex, index) => {
    const before = line[index - 1];
    if (before) passedM += distanceM(toLatLng(before), toLatLng(vertex));
    return passedM;
  });
  const stretches: Stretch[] = [];
  for (let first = 0; first < line.length - 1; first += STRETCH_SEGMENTS) {
    const last = Math.min(first + STRETCH_SEGMENTS, line.length - 1);
    stretches.push({ first, last, box: boxOf(line.slice(first, last + 1).map(toLatLng)) });
  }
  return { line, alongM, stretches };
}

/**
 * How near a line comes to an area, 0 when it enters it, and how far along the line that first is; null when it
 * stays farther than `withinM`. Metres.
 */
export function nearestToArea(
  way: MeasuredLine,
  area: HazardArea,
  withinM: number,
): { distanceM: number; alongM: number } | null {
  const box = widened(boxOfArea(area), withinM);
  const near = nearTo(area, planeAt({ lat: (box.south + box.north) / 2, lng: (box.west + box.east) / 2 }));
  let best: { distanceM: number; alongM: number } | null = null;
  for (const index of segmentsTouching(way, box)) {
    const hit = near(way.line[index - 1] as Vertex, way.line[index] as Vertex);
    if (hit.distanceM > withinM || (best && hit.distanceM >= best.distanceM)) continue;
    const startM = way.alongM[index - 1] ?? 0;
    const lengthM = (way.alongM[index] ?? 0) - startM;
    best = { distanceM: hit.distanceM, alongM: startM + lengthM * hit.share };
    if (hit.distanceM === 0) return best;
  }
  return best;
}

/** Indices of the vertices at which segments end that may touch the box, in order. */
function* segmentsTouching({ line, stretches }: MeasuredLine, box: Box): Generator<number> {
  for (const { first, last, box: around } of stretches) {
    if (!overlap(around, box)) continue;
    for (let index = first + 1; index <= last; index++) {
      if (overlap(boxOf([line[index - 1] as Vertex, line[index] as Vertex].map(toLatLng)), box)) yield index;
    }
  }
}

type Near = { distanceM: number; share: number };

/** How near a segment comes, and at which share of it. */
function nearTo(area: HazardArea, plane: Plane): (from: Vertex, to: Vertex) => Near {
  if (area.type === 'polygon') {
    const ring = area.ring.map((it) => plane(toLatLng(it)));
    return (from, to) => nearRing(plane(toLatLng(from)), plane(toLatLng(to)), ring);
  }
  const center = plane(area.center);
  return (from, to) => nearCircle(plane(toLatLng(from)), plane(toLatLng(to)), center, area.radiusM);
}

function nearCircle(a: Flat, b: Flat, center: Flat, radiusM: number): Near {
  const share = footShare(a, b, center);
  const offM = apart(along(a, b, share), center);
  if (offM > radiusM) return { distanceM: offM - radiusM, share };
  const lengthM = apart(a, b);
  const reachM = Math.sqrt(
    Math.max(0, radiusM ** 2 - apart(along(a, b, openShare(a, b, center)), center) ** 2),
  );
  const enters = lengthM === 0 ? 0 : openShare(a, b, center) - reachM / lengthM;
  return { distanceM: 0, share: Math.max(0, enters) };
}

function nearRing(a: Flat, b: Flat, ring: readonly Flat[]): Near {
  if (isInside(a, ring)) return { distanceM: 0, share: 0 };
  let best: Near = { distanceM: Infinity, share: 0 };
  ring.forEach((corner, index) => {
    const found = nearEdge(a, b, corner, ring[(index + 1) % ring.length] ?? corner);
    const isFirst = found.distanceM === best.distanceM && found.share < best.share;
    if (found.distanceM < best.distanceM || isFirst) best = found;
  });
  return best;
}

function nearEdge(a: Flat, b: Flat, c: Flat, d: Flat): Near {
  const crossed = crossing(a, b, c, d);
  if (crossed !== null) return { distanceM: 0, share: crossed };
  const candidates = [c, d].map((end): Near => {
    const share = footShare(a, b, end);
    return { distanceM: apart(along(a, b, share), end), share };
  });
  for (const share of [0, 1]) {
    const end = share === 0 ? a : b;
    candidates.push({ distanceM: apart(end, along(c, d, footShare(c, d, end))), share });
  }
  return candidates.reduce((least, it) => (it.distanceM < least.distanceM ? it : least));
}

/** The share of a–b at which it crosses c–d; null where it does not. */
function crossing(a: Flat, b: Flat, c: Flat, d: Flat): number | null {
  const ab = { x: b.x - a.x, y: b.y - a.y };
  const cd = { x: d.x - c.x, y: d.y - c.y };
  const turn = ab.x * cd.y - ab.y * cd.x;
  if (turn === 0) return null;
  const share = ((c.x - a.x) * cd.y - (c.y - a.y) * cd.x) / turn;
  const other = ((c.x - a.x) * ab.y - (c.y - a.y) * ab.x) / turn;
  return share >= 0 && share <= 1 && other >= 0 && other <= 1 ? share : null;
}

/** Even-odd: a ray to the east leaves the ring as often as it enters, or once more. */
function isInside(at: Flat, ring: readonly Flat[]): boolean {
  let isIn = false;
  ring.forEach((c, index) => {
    const d = ring[(index + 1) % ring.length] ?? c;
    const spans = c.y > at.y !== d.y > at.y;
    if (spans && at.x < ((d.x - c.x) * (at.y - c.y)) / (d.y - c.y) + c.x) isIn = !isIn;
  });
  return isIn;
}

function footShare(a: Flat, b: Flat, at: Flat): number {
  return Math.min(1, Math.max(0, openShare(a, b, at)));
}

/** Where on the endless line through a and b it is nearest. */
function openShare(a: Flat, b: Flat, at: Flat): number {
  const squared = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  return squared === 0 ? 0 : ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / squared;
}

function along(a: Flat, b: Flat, share: number): Flat {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function apart(a: Flat, b: Flat): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function planeAt(origin: LatLng): Plane {
  const scale = Math.cos(origin.lat * RAD);
  return ({ lat, lng }) => ({
    x: (lng - origin.lng) * scale * M_PER_DEG,
    y: (lat - origin.lat) * M_PER_DEG,
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.south <= b.north && a.north >= b.south && a.west <= b.east && a.east >= b.west;
}

function boxOf(points: readonly LatLng[]): Box {
  const box = { south: 90, west: 180, north: -90, east: -180 };
  for (const { lat, lng } of points) {
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
  }
  return box;
}

function widened({ south, west, north, east }: Box, byM: number): Box {
  const lat = byM / M_PER_DEG;
  const farthest = Math.min(85, Math.max(Math.abs(south), Math.abs(north)) + lat);
  const lng = lat / Math.cos(farthest * RAD);
  return { south: south - lat, west: west - lng, north: north + lat, east: east + lng };
}

function toLatLng([lat, lng]: Vertex): LatLng {
  return { lat, lng };
}
