import type { FieldError, LatLng, RouteKind, RouteLine } from '@qafila/contract';
import { distanceM, fieldError, LIMITS, type Line, lineLengthM, STRAIGHT_DETOUR } from '@qafila/contract';

export type Leg = { route: RouteLine; routeKind: RouteKind; distanceM: number };

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

/** Nearer than this, the end of a line is the place itself. */
const SAME_PLACE_M = 25;

/** A line led to the two places; what is wrong with it when it is another way. */
export function ledToEnds(
  from: LatLng,
  to: LatLng,
  line: RouteLine,
): { line: RouteLine; errors: FieldError[] } {
  const [first = [0, 0]] = line;
  const last = line.at(-1) ?? first;
  const offM = [offBy(from, first), offBy(to, last)] as const;
  const errors = offM.flatMap((off, end) =>
    off > LIMITS.routeEndOffM
      ? [
          fieldError(`line.${end === 0 ? 0 : line.length - 1}`, 'off_the_way', {
            maximum: LIMITS.routeEndOffM,
          }),
        ]
      : [],
  );
  const between = line.slice(offM[0] < SAME_PLACE_M ? 1 : 0, offM[1] < SAME_PLACE_M ? -1 : undefined);
  return { line: [[from.lat, from.lng], ...between, [to.lat, to.lng]], errors };
}

function offBy(place: LatLng, [lat, lng]: RouteLine[number]): number {
  return distanceM(place, { lat, lng });
}
