import type { Halt, Trip, VehicleMovement } from '@qafila/contract';

export type JourneyPart =
  | { readonly kind: 'trip'; readonly at: string; readonly trip: Trip }
  | { readonly kind: 'halt'; readonly at: string; readonly halt: Halt };

/** Trips and halts in the order in which they happened. */
export function journeyOf({ trips, halts }: Pick<VehicleMovement, 'trips' | 'halts'>): JourneyPart[] {
  return [
    ...trips.map((trip): JourneyPart => ({ kind: 'trip', at: trip.from.at, trip })),
    ...halts.map((halt): JourneyPart => ({ kind: 'halt', at: halt.at, halt })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
