import type { Convoy, StopStatus } from '@qafila/contract';

export type StopMark = { id: string; status: StopStatus; share: number };
export type WayProgress = { stops: StopMark[]; reached: number };

const REACHED: ReadonlySet<StopStatus> = new Set(['arrived', 'unloading', 'settled']);

/** Where each stop lies on the whole way, and how much of the way is done for sure; shares of 1. */
export function wayProgress(convoy: Pick<Convoy, 'stops'>): WayProgress {
  const whole = convoy.stops.reduce((sum, stop) => sum + stop.distanceM, 0);
  let along = 0;
  const stops = convoy.stops.map(({ id, status, distanceM }, index) => {
    along += distanceM;
    const share = whole > 0 ? along / whole : (index + 1) / convoy.stops.length;
    return { id, status, share };
  });
  return { stops, reached: stops.findLast((stop) => REACHED.has(stop.status))?.share ?? 0 };
}
