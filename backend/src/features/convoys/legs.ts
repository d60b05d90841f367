import type { LatLng, RouteLine } from '@qafila/contract';
import { distanceM, type Line, lineLengthM, type RouteKind, STRAIGHT_DETOUR } from '@qafila/contract';
import type { z } from 'zod';

export type Leg = { route: RouteLine; routeKind: z.infer<typeof RouteKind>; distanceM: number };

/**
 * The way from one place to the next: as drawn; or as an earlier convoy went; or else straight and taken to be
 * longer than it is.
 */
export function legTo(from: LatLng, to: LatLng, drawn: RouteLine | undefined, known?: Leg): Leg {
  if (!drawn && known) return known;
  if (drawn) return { route: drawn, routeKind: 'drawn', distanceM: Math.round(lineLengthM(drawn as Line)) };
  return {
    route: [
      [from.lat, from.lng],
      [to.lat, to.lng],
    ],
    routeKind: 'straight',
    distanceM: Math.round(distanceM(from, to) * STRAIGHT_DETOUR),
  };
}
