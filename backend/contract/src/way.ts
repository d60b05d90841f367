import type { RouteLine, Stop } from './convoys.ts';
import { distanceM } from './geo.ts';
import type { LatLng } from './primitives.ts';

/** Part of the way that is all known road, or all a straight guess. */
export type WayPart = {
  readonly line: readonly LatLng[];
  readonly approximate: boolean;
  readonly fromM: number;
  readonly toM: number;
};

/** A convoy's legs end to end. Metres are of road: a straight leg counts for the detour it stands for. */
export type Way = {
  readonly line: RouteLine;
  /** Road metres at each vertex of the line. */
  readonly alongM: readonly number[];
  /** Road metres at each stop, in order; a skipped stop keeps its place, for the road still leads by it. */
  readonly stopsM: readonly number[];
  readonly lengthM: number;
  readonly parts: readonly WayPart[];
};

type Leg = Pick<Stop, 'route' | 'routeKind' | 'distanceM'>;

const ways = new WeakMap<RouteLine, { legs: readonly Leg[]; way: Way }>();

/** The same legs give the same way, so that what is drawn keeps its identity. */
export function wayOf(stops: readonly Leg[]): Way {
  const [first] = stops;
  if (!first) return { line: [], alongM: [], stopsM: [], lengthM: 0, parts: [] };
  const known = ways.get(first.route);
  if (known?.legs.length === stops.length && stops.every((leg, i) => isSameLeg(leg, known.legs[i]))) {
    return known.way;
  }
  const way = build(stops);
  ways.set(first.route, { legs: stops, way });
  return way;
}

function isSameLeg(leg: Leg, other: Leg | undefined): boolean {
  return leg.route === other?.route && leg.routeKind === other.routeKind && leg.distanceM === other.distanceM;
}

function build(stops: readonly Leg[]): Way {
  const line: RouteLine = [];
  const alongM: number[] = [];
  const stopsM: number[] = [];
  const parts: { line: LatLng[]; approximate: boolean; fromM: number; toM: number }[] = [];
  let startM = 0;
  for (const stop of stops) {
    for (const [point, atM] of verticesOf(stop)) {
      line.push(point);
      alongM.push(startM + atM);
    }
    const endM = startM + stop.distanceM;
    const approximate = stop.routeKind === 'straight';
    const points = stop.route.map(([lat, lng]) => ({ lat, lng }));
    const last = parts.at(-1);
    if (last && last.approximate === approximate) {
      last.line.push(...points.slice(1));
      last.toM = endM;
    } else parts.push({ line: points, approximate, fromM: startM, toM: endM });
    stopsM.push(endM);
    startM = endM;
  }
  return { line, alongM, stopsM, lengthM: startM, parts };
}

/** The leg's vertices with the road metres from its start. */
function verticesOf({ route, distanceM: roadM }: Leg): [RouteLine[number], number][] {
  let flatM = 0;
  const flat = route.map((point, i): [RouteLine[number], number] => {
    const before = route[i - 1];
    if (before) flatM += distanceM(latLng(before), latLng(point));
    return [point, flatM];
  });
  const scale = flatM === 0 ? 0 : roadM / flatM;
  return flat.map(([point, atM]) => [point, atM * scale]);
}

function latLng([lat, lng]: RouteLine[number]): LatLng {
  return { lat, lng };
}

/** Whether the way is only a straight guess there. */
export function isApproximateAt({ parts }: Way, alongM: number): boolean {
  return (parts.find(({ toM }) => alongM <= toM) ?? parts.at(-1))?.approximate ?? true;
}

export type Snap = {
  /** Road metres from the start of the way. */
  readonly alongM: number;
  /** How far off the way the place is. */
  readonly offsetM: number;
};

export type SnapWindow = {
  readonly fromM: number;
  readonly toM: number;
  /** Where it is expected; of places as near, the one that is the likelier to have been driven to. */
  readonly expectedM: number;
};

/**
 * What a metre of the way away from where it is expected counts for against a metre off the way. Where the way
 * passes a place twice, it is thus meant the time that is due; going back is the less likely of the two.
 */
const AHEAD_COST = 0.02;
const BACK_COST = 0.1;
const METRES_PER_DEGREE = 111_195;
const RAD = Math.PI / 180;

/** Where `at` falls on the way within the window; null when the window holds none of it. */
export function snapToWay({ line, alongM }: Way, at: LatLng, window: SnapWindow): Snap | null {
  const { fromM, toM, expectedM } = window;
  const lngM = METRES_PER_DEGREE * Math.cos(at.lat * RAD);
  let best: Snap | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let i = firstEndingAfter(alongM, fromM); i < line.length; i++) {
    const [startM = 0, endM = 0] = [alongM[i - 1], alongM[i]];
    if (startM > toM) break;
    const snap = snapToSegment(line[i - 1], line[i], at, lngM, startM, endM);
    const beyondM = Math.max(fromM - snap.alongM, snap.alongM - toM, 0);
    const pathM = Math.min(toM, Math.max(fromM, snap.alongM));
    const aheadM = pathM - expectedM;
    const cost = snap.offsetM + beyondM + (aheadM > 0 ? aheadM * AHEAD_COST : -aheadM * BACK_COST);
    if (cost >= bestCost) continue;
    bestCost = cost;
    best = { alongM: pathM, offsetM: snap.offsetM + beyondM };
  }
  return best;
}

/** Index of the first segment's end that lies past `fromM`; at least 1. */
function firstEndingAfter(alongM: readonly number[], fromM: number): number {
  let low = 1;
  let high = alongM.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((alongM[middle] ?? 0) < fromM) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Vertex = RouteLine[number] | undefined;

/** On a flat map around `at`: good to some metres in a hundred kilometres, and a tenth of a sphere's cost. */
function snapToSegment(
  from: Vertex,
  to: Vertex,
  at: LatLng,
  lngM: number,
  startM: number,
  endM: number,
): Snap {
  const [fromLat = 0, fromLng = 0] = from ?? [];
  const [toLat = 0, toLng = 0] = to ?? [];
  const x = (fromLng - at.lng) * lngM;
  const y = (fromLat - at.lat) * METRES_PER_DEGREE;
  const dx = (toLng - fromLng) * lngM;
  const dy = (toLat - fromLat) * METRES_PER_DEGREE;
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / squared));
  const offX = x + dx * share;
  const offY = y + dy * share;
  return { alongM: startM + (endM - startM) * share, offsetM: Math.sqrt(offX * offX + offY * offY) };
}
