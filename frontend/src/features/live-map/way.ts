import { distanceM, type LatLng, type RouteLine, type Stop, snapToLine } from '@qafila/contract';

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
  /** Road metres at each stop, in order. */
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

/** As near as this is as near: where the way passes a place twice, a fix cannot tell which time it is. */
const SAME_PLACE_M = 60;
/** Further from the way than this, a vehicle is elsewhere. */
const OFF_WAY_M = 20_000;

export type SnapWindow = {
  readonly fromM: number;
  readonly toM: number;
  /** Where the way passes the place twice, the first time after this is meant. */
  readonly afterM: number;
};

/** Road metres from the start of the way to where `at` falls within the window; null when it is nowhere near. */
export function snapToWay(way: Way, at: LatLng, { fromM, toM, afterM }: SnapWindow): number | null {
  const near: { progressM: number; offsetM: number }[] = [];
  for (let i = 1; i < way.line.length; i++) {
    const [from, to] = [way.line[i - 1], way.line[i]];
    const [startM = 0, endM = 0] = [way.alongM[i - 1], way.alongM[i]];
    if (!from || !to || endM < fromM || startM > toM) continue;
    const flatM = distanceM(latLng(from), latLng(to));
    const snapped = snapToLine([from, to], at);
    const share = flatM === 0 ? 0 : snapped.progressM / flatM;
    const progressM = Math.min(toM, Math.max(fromM, startM + (endM - startM) * share));
    if (snapped.offsetM <= OFF_WAY_M) near.push({ progressM, offsetM: snapped.offsetM });
  }
  const bestM = Math.min(...near.map(({ offsetM }) => offsetM)) + SAME_PLACE_M;
  const candidates = near.filter(({ offsetM }) => offsetM <= bestM);
  const chosen = candidates.find(({ progressM }) => progressM >= afterM) ?? candidates[0];
  return chosen?.progressM ?? null;
}
