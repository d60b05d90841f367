import { lateArrivals, lateDepartures, stragglers } from './convoy-episodes.ts';
import type { Episode } from './episode.ts';
import type { Trip } from './trip.ts';
import { vehicleEpisodes } from './vehicle-episodes.ts';
import { type Seen, visitEpisodes } from './visit-episodes.ts';

/** All causes of alerts there were and are on a convoy: what people entered, what its vehicles sent, and the time. */
export function episodesOf(trip: Trip, seen: readonly Seen[], nowMs: number): Episode[] {
  return [
    ...lateDepartures(trip, nowMs),
    ...seen.flatMap(({ id, state }) => vehicleEpisodes(trip, id, state, nowMs)),
    ...visitEpisodes(trip, seen, nowMs),
    ...stragglers(trip, seen, nowMs),
    ...lateArrivals(trip, seen, nowMs),
  ];
}
