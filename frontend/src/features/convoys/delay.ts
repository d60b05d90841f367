import type { Convoy } from '@qafila/contract';
import { isOnTheRoad } from '../live-map/index.ts';

type Timed = Pick<Convoy, 'status' | 'plannedDepartureAt' | 'departedAt' | 'stops'>;

/** `of`: what is late — the convoy, as it now stands, or its last arrival. */
export type Delay = { minutes: number; of: 'convoy' | 'arrival' };

/**
 * Minutes behind the plan: of the departure until it leaves, of the end of the way on the road, where
 * `expectedMinutes` are what the live map tells, and of the last arrival from then on. Null where there is nothing
 * to be late for, or nothing known.
 */
export function delayOf(convoy: Timed, now: Date, expectedMinutes: number | null): Delay | null {
  const { status, departedAt, plannedDepartureAt, stops } = convoy;
  if (status === 'draft' || status === 'cancelled') return null;
  if (departedAt === null) return inTime(minutesPast(plannedDepartureAt, now), 'convoy');
  if (isOnTheRoad({ convoy })) return expectedMinutes === null ? null : inTime(expectedMinutes, 'convoy');
  const stop = stops.findLast((it) => it.arrivedAt !== null);
  return stop?.arrivedAt
    ? inTime(minutesPast(stop.plannedArrivalAt, new Date(stop.arrivedAt)), 'arrival')
    : null;
}

/** Early is in time. */
function inTime(minutes: number, of: Delay['of']): Delay {
  return { minutes: Math.max(0, minutes), of };
}

function minutesPast(planned: string, at: Date): number {
  return Math.round((at.getTime() - Date.parse(planned)) / 60_000);
}
