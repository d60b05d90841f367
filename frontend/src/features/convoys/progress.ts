import { type Convoy, convoyProgressM, type FixTuple, heardVehicle, type StopStatus } from '@qafila/contract';

export type StopMark = { id: string; status: StopStatus; share: number };
export type WayProgress = { stops: StopMark[]; reached: number };

const REACHED: ReadonlySet<StopStatus> = new Set(['arrived', 'unloading', 'settled']);

/**
 * Where each stop lies on the whole way, and how much of the way is done, in shares of 1: up to the last stop that
 * was reached, or further where the slowest vehicle that still has a signal was seen.
 */
export function wayProgress(
  convoy: Pick<Convoy, 'stops' | 'vehicles' | 'status' | 'departedAt'>,
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
  const seen = whole > 0 ? seenM(convoy, fixes, now) / whole : 0;
  return { stops, reached: Math.max(reached, Math.min(1, seen)) };
}

const ON_THE_ROAD: ReadonlySet<Convoy['status']> = new Set(['en_route', 'held']);

function seenM(
  { vehicles, status, departedAt }: Pick<Convoy, 'vehicles' | 'status' | 'departedAt'>,
  fixes: readonly FixTuple[],
  now: Date,
): number {
  if (!ON_THE_ROAD.has(status) || departedAt === null) return 0;
  const byNumber = new Map(fixes.map((fix) => [fix[0], fix]));
  return convoyProgressM(
    vehicles.flatMap(({ number }) => heardVehicle(byNumber.get(number), departedAt, now) ?? []),
  );
}
