import { type Episode, earliest, merged, type Span } from './episode.ts';
import { visitsOf } from './geofence.ts';
import type { Trip, TripReport, TripStop } from './trip.ts';
import { isPresent } from './vehicle-episodes.ts';
import type { VehicleState, Visit } from './vehicle-state.ts';

export type Seen = { readonly id: string; readonly state: VehicleState };
type Visitor = Seen & {
  readonly visits: readonly Visit[];
  /** When what is known of it ends; null while it tells of the present. */
  readonly seenUntilMs: number | null;
  /** The same for one at a stop: phones are put away on arrival. */
  readonly thereUntilMs: number | null;
};
type VehicleSpan = Span & { readonly id: string };

/** How long after its last word a vehicle at a stop is taken to be there still. */
const STILL_THERE_MS = 2 * 3_600_000;

/** Arrivals to be confirmed, and departures that nobody entered: one for the whole convoy at each place. */
export function visitEpisodes(trip: Trip, seen: readonly Seen[], nowMs: number): Episode[] {
  const visitors = seen.map(({ id, state }) => ({
    id,
    state,
    visits: visitsOf(state.visits, state.place),
    seenUntilMs: isPresent(state, trip, nowMs) ? null : state.atMs,
    thereUntilMs: nowMs - state.atMs > STILL_THERE_MS ? state.atMs : null,
  }));
  return [
    ...episodesOf('left', null, [
      ...absences(visitors, 0, trip, trip.loadingAtMs, trip.departedAtMs),
      ...reported(trip, null, trip.departedAtMs),
    ]),
    ...trip.stops.flatMap((stop, i) => [
      ...episodesOf('arrived', stop.id, [
        ...presences(visitors, i + 1, trip, stop),
        ...reported(trip, stop.id, earliest(stop.arrivedAtMs, stop.endedAtMs)),
      ]),
      ...episodesOf('left', stop.id, absences(visitors, i + 1, trip, stop.arrivedAtMs, stop.endedAtMs)),
    ]),
  ];
}

/** From when to when each was at a stop that was not yet entered as reached. */
function presences(visitors: readonly Visitor[], fence: number, trip: Trip, stop: TripStop): VehicleSpan[] {
  const { departedAtMs, endedAtMs } = trip;
  if (departedAtMs === null) return [];
  const enteredAtMs = earliest(stop.arrivedAtMs, stop.endedAtMs, endedAtMs);
  return visitors.flatMap(({ id, visits, thereUntilMs }) =>
    visits
      .filter((visit) => visit.fence === fence && visit.fromMs >= departedAtMs)
      .filter(({ fromMs }) => enteredAtMs === null || fromMs <= enteredAtMs)
      .map(({ fromMs, toMs }) => ({ id, fromMs, toMs: earliest(toMs, enteredAtMs, toMs ?? thereUntilMs) })),
  );
}

/** From when to when each was gone from a place that it had been at, and where the convoy was meant to be. */
function absences(
  visitors: readonly Visitor[],
  fence: number,
  { endedAtMs }: Trip,
  fromMs: number | null,
  untilMs: number | null,
): VehicleSpan[] {
  if (fromMs === null) return [];
  return visitors.flatMap(({ id, visits, seenUntilMs }) => {
    const there = visits.filter((visit) => visit.fence === fence);
    return there.flatMap(({ toMs }, i) => {
      if (toMs === null || toMs < fromMs || (untilMs !== null && toMs >= untilMs)) return [];
      const backAtMs = there[i + 1]?.fromMs;
      return [{ id, fromMs: toMs, toMs: earliest(backAtMs, untilMs, endedAtMs, backAtMs ?? seenUntilMs) }];
    });
  });
}

/** What drivers told of a stop, or of having left the origin, until it was entered. */
function reported(trip: Trip, stopId: string | null, enteredAtMs: number | null): VehicleSpan[] {
  const kind: TripReport['kind'] = stopId === null ? 'departed' : 'arrived';
  return trip.reports
    .filter((report) => report.kind === kind && (stopId === null || report.stopId === stopId))
    .filter(({ atMs }) => enteredAtMs === null || atMs <= enteredAtMs)
    .map(({ convoyVehicleId: id, atMs }) => ({
      id,
      fromMs: atMs,
      toMs: earliest(enteredAtMs, trip.endedAtMs),
    }));
}

function episodesOf(
  kind: 'arrived' | 'left',
  stopId: string | null,
  spans: readonly VehicleSpan[],
): Episode[] {
  return merged(spans).map(({ id, fromMs, toMs }) => ({
    kind,
    cause: stopId ?? 'origin',
    convoyVehicleId: id,
    stopId,
    beganAtMs: fromMs,
    endedAtMs: toMs === null ? null : Math.max(fromMs, toMs),
    at: null,
    values: {},
  }));
}
