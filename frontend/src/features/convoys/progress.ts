import {
  type Convoy,
  type FixTuple,
  lineLengthM,
  type RouteLine,
  type StopStatus,
  signalOf,
  snapToLine,
} from '@qafila/contract';

export type StopMark = { id: string; status: StopStatus; share: number };
export type WayProgress = { stops: StopMark[]; reached: number };

const REACHED: ReadonlySet<StopStatus> = new Set(['arrived', 'unloading', 'settled']);

/**
 * Where each stop lies on the whole way, and how much of the way is done, in shares of 1: up to the last stop that
 * was reached, or further where the slowest vehicle that still has a signal was seen.
 */
export function wayProgress(
  convoy: Pick<Convoy, 'stops' | 'vehicles' | 'status'>,
  fixes: readonly FixTuple[],
  now: Date,
): WayProgress {
  const whole = convoy.stops.reduce((sum, stop) => sum + stop.distanceM, 0);
  let along = 0;
  const stops = convoy.stops.map(({ id, status, distanceM }, index) => {
    along += distanceM;
    const share = whole > 0 ? along / whole : (index + 1) / convoy.stops.length;
    return { id, status, share };
  });
  const reached = stops.findLast((stop) => REACHED.has(stop.status))?.share ?? 0;
  return { stops, reached: Math.max(reached, seenShare(convoy, fixes, now)) };
}

const ON_THE_ROAD: ReadonlySet<Convoy['status']> = new Set(['en_route', 'held']);

function seenShare(
  { stops, vehicles, status }: Pick<Convoy, 'stops' | 'vehicles' | 'status'>,
  fixes: readonly FixTuple[],
  now: Date,
): number {
  if (!ON_THE_ROAD.has(status)) return 0;
  const way: RouteLine = stops.flatMap(({ route }, index) => (index === 0 ? route : route.slice(1)));
  const lengthM = lineLengthM(way);
  const numbers = new Set(vehicles.map(({ number }) => number));
  const shares = fixes
    .filter(([number, atS]) => numbers.has(number) && signalOf(new Date(atS * 1000), now) !== 'lost')
    .map(([, , lat, lng]) => snapToLine(way, { lat, lng }).progressM / lengthM);
  return shares.length > 0 && lengthM > 0 ? Math.min(...shares) : 0;
}
