import type { Convoy, LatLng, RouteKind, RouteLine, RouteOption, SiteRef, Stop } from '@qafila/contract';

/** A leg as it is being laid: what kind it is follows from the last thing done to it. */
export type RouteDraft = { readonly kind: RouteKind; readonly points: readonly LatLng[] };

export type Leg = { readonly stop: Stop; readonly from: SiteRef };

/** Every leg with the place it begins at. */
export function legsOf({ origin, stops }: Pick<Convoy, 'origin' | 'stops'>): Leg[] {
  return stops.map((stop, index) => ({ stop, from: stops[index - 1]?.site ?? origin }));
}

export function toPoints(line: RouteLine): LatLng[] {
  return line.map(([lat, lng]) => ({ lat, lng }));
}

export function toLine(points: readonly LatLng[]): RouteLine {
  return points.map(({ lat, lng }) => [lat, lng]);
}

export function draftOf({ kind, line }: Pick<RouteOption, 'kind' | 'line'>): RouteDraft {
  return { kind, points: toPoints(line) };
}

/** What is drawn by hand is drawn, whatever it began as; a straight line that nobody bent stays straight. */
export function drawnDraft(points: readonly LatLng[]): RouteDraft {
  return { kind: points.length > 2 ? 'drawn' : 'straight', points };
}

export function isSameLine(a: readonly LatLng[], b: readonly LatLng[]): boolean {
  return a.length === b.length && a.every(({ lat, lng }, i) => lat === b[i]?.lat && lng === b[i]?.lng);
}

/** Whether a leg goes the way of an option; when it was saved, its ends were led to the two places. */
export function isAlong(leg: readonly LatLng[], option: readonly LatLng[]): boolean {
  return [leg, leg.slice(1), leg.slice(0, -1), leg.slice(1, -1)].some((part) => isSameLine(part, option));
}

/** What `setLegRoute` takes. */
export function toBody({ kind, points }: RouteDraft) {
  return kind === 'straight' ? { kind } : { kind, line: toLine(points) };
}
