import type { Convoy } from '@qafila/contract';

type Timed = Pick<Convoy, 'status' | 'plannedDepartureAt' | 'departedAt' | 'stops'>;

/**
 * Minutes behind the plan as far as is known without positions: the lateness last seen at departure or at a stop,
 * or that of the step now due when it is greater. Null where there is nothing to be late for.
 */
export function delayMinutes(convoy: Timed, now: Date): number | null {
  if (convoy.status === 'draft' || convoy.status === 'cancelled') return null;
  if (convoy.departedAt === null) return Math.max(0, minutesPast(convoy.plannedDepartureAt, now));
  const seen = lastSeen(convoy, convoy.departedAt);
  const next = convoy.stops.find((stop) => stop.status === 'pending');
  const due = next ? minutesPast(next.plannedArrivalAt, now) : Number.NEGATIVE_INFINITY;
  return Math.max(0, seen, due);
}

function lastSeen(convoy: Timed, departedAt: string): number {
  const stop = convoy.stops.findLast((it) => it.arrivedAt !== null);
  return stop?.arrivedAt
    ? minutesPast(stop.plannedArrivalAt, new Date(stop.arrivedAt))
    : minutesPast(convoy.plannedDepartureAt, new Date(departedAt));
}

function minutesPast(planned: string, at: Date): number {
  return Math.round((at.getTime() - Date.parse(planned)) / 60_000);
}
