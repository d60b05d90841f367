import type { Convoy } from '@qafila/contract';

type Timed = Pick<Convoy, 'status' | 'plannedDepartureAt' | 'departedAt' | 'stops'>;

/** `of`: what is late — the convoy, still to depart; its departure; its last arrival; its next. */
export type Delay = { minutes: number; of: 'convoy' | 'departure' | 'arrival' | 'next' };

/**
 * Minutes behind the plan as far as is known without positions: the lateness last seen at departure or at a stop,
 * or that of the step now due when it is greater. Null where there is nothing to be late for.
 */
export function delayOf(convoy: Timed, now: Date): Delay | null {
  if (convoy.status === 'draft' || convoy.status === 'cancelled') return null;
  if (convoy.departedAt === null) return inTime(minutesPast(convoy.plannedDepartureAt, now), 'convoy');
  const next = convoy.stops.find((stop) => stop.status === 'pending');
  const due = next ? minutesPast(next.plannedArrivalAt, now) : Number.NEGATIVE_INFINITY;
  const seen = lastSeen(convoy, convoy.departedAt);
  return due > seen.minutes ? inTime(due, 'next') : seen;
}

function lastSeen(convoy: Timed, departedAt: string): Delay {
  const stop = convoy.stops.findLast((it) => it.arrivedAt !== null);
  return stop?.arrivedAt
    ? inTime(minutesPast(stop.plannedArrivalAt, new Date(stop.arrivedAt)), 'arrival')
    : inTime(minutesPast(convoy.plannedDepartureAt, new Date(departedAt)), 'departure');
}

/** Early is in time. */
function inTime(minutes: number, of: Delay['of']): Delay {
  return { minutes: Math.max(0, minutes), of };
}

function minutesPast(planned: string, at: Date): number {
  return Math.round((at.getTime() - Date.parse(planned)) / 60_000);
}
