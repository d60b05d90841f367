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

/**
 * Where `at` falls on the way within the window; null when the window holds none of it. Reckoned on a flat map around
 * `at`: good to some metres in a hundred kilometres. It is done for every fix of every vehicle, so nothing is
 * allocated on the way.
 */
export function snapToWay({ line, alongM }: Way, at: LatLng, window: SnapWindow): Snap | null {
  const { fromM, toM, expectedM } = window;
  const lngM = METRES_PER_DEGREE * Math.cos(at.lat * RAD);
  let bestCost = Number.POSITIVE_INFINITY;
  let bestM = 0;
  let bestOffM = 0;
  for (let i = firstEndingAfter(alongM, fromM); i < line.length; i++) {
    const startM = alongM[i - 1] ?? 0;
    const from = line[i - 1];
    const to = line[i];
    if (!from || !to || startM > toM) break;
    const x = (from[1] - at.lng) * lngM;
    const y = (from[0] - at.lat) * METRES_PER_DEGREE;
    const dx = (to[1] - from[1]) * lngM;
    const dy = (to[0] - from[0]) * METRES_PER_DEGREE;
    const share = nearestShare(x, y, dx, dy);
    const snapM = startM + ((alongM[i] ?? 0) - startM) * share;
    const pathM = Math.min(toM, Math.max(fromM, snapM));
    const offM = Math.sqrt((x + dx * share) ** 2 + (y + dy * share) ** 2) + Math.abs(snapM - pathM);
    const cost = offM + straying(pathM - expectedM);
    if (cost >= bestCost) continue;
    bestCost = cost;
    bestM = pathM;
    bestOffM = offM;
  }
  return bestCost === Number.POSITIVE_INFINITY ? null : { alongM: bestM, offsetM: bestOffM };
}

/** Share 0–1 of a segment where it is nearest to the centre of the map. */
function nearestShare(x: number, y: number, dx: number, dy: number): number {
  const squared = dx * dx + dy * dy;
  return squared === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / squared));
}

function straying(aheadM: number): number {
  return aheadM > 0 ? aheadM * AHEAD_COST : -aheadM * BACK_COST;
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
