import type { LatLng } from '@qafila/contract';
import { near } from './near.ts';
import type { Trip } from './trip.ts';
import type { At, Place, Visit } from './vehicle-state.ts';

/** Out again only so much further than in. */
const EXIT_SHARE = 1.2;
const EXIT_SLACK_M = 50;

/**
 * Which fence a vehicle is in: a change counts once it has lasted, and from when it began. The same object where
 * nothing is new.
 */
export function settle(place: Place, { fences, rules }: Trip, at: At): Place {
  const fence = fenceAt(place.fence, fences, rules.geofenceRadiusM, at);
  if (fence === place.fence) return place.pending ? { ...place, pending: null } : place;
  const pending = place.pending?.fence === fence ? place.pending : { fence, sinceMs: at.atMs };
  const isFirst = place.sinceMs === Number.NEGATIVE_INFINITY && fence === -1;
  if (isFirst || at.atMs - pending.sinceMs >= rules.dwellS * 1000) return { ...pending, pending: null };
  return pending === place.pending ? place : { ...place, pending };
}

function fenceAt(current: number, fences: readonly LatLng[], radiusM: number, at: LatLng): number {
  const own = fences[current];
  if (own && near(own, at, radiusM * EXIT_SHARE + EXIT_SLACK_M)) return current;
  return fences.findIndex((fence) => near(fence, at, radiusM));
}

export function visitsAfter(visits: readonly Visit[], before: Place, after: Place): readonly Visit[] {
  if (before.fence === after.fence || before.fence === -1) return visits;
  return [...visits, { fence: before.fence, fromMs: before.sinceMs, toMs: after.sinceMs }];
}

/** All visits, with the one that lasts. */
export function visitsOf(visits: readonly Visit[], { fence, sinceMs }: Place): readonly Visit[] {
  return fence === -1 ? visits : [...visits, { fence, fromMs: sinceMs, toMs: null }];
}
