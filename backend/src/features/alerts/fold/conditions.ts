import { distanceM, isApproximateAt, offWayM, type Snap } from '@qafila/contract';
import { near } from './near.ts';
import { isDriving, isHeld, type Trip } from './trip.ts';
import type { At, FoldFix, VehicleState } from './vehicle-state.ts';
import { look, type Watch } from './watch.ts';

/** Over the border by less than this share of it is still over. */
const BACK_SHARE = 0.8;
/** Within this a vehicle stands; a little further, and it has gone on. */
const STANDING_M = 150;
const GONE_ON_M = 200;
/** Charged by this much more, and a battery is no longer low. */
const CHARGED_PCT = 5;
/** So many places in a row that cannot be are no accident. */
const UNBELIEVED_RUN = 3;

const MIN_MS = 60_000;

export function watchRoute(
  before: Watch | null,
  trip: Trip,
  at: At,
  { progress, place, snap }: Pick<VehicleState, 'progress' | 'place'> & { snap: Snap | null },
): Watch | null {
  const { offRouteM, offRouteS } = trip.rules;
  const isJudged =
    isDriving(trip, at.atMs) && place.fence === -1 && !isApproximateAt(trip.way, progress?.progressM ?? 0);
  const offM = isJudged ? distanceOff(trip, at, snap, offRouteM) : 0;
  if (!before && offM <= offRouteM) return null;
  return look(before, {
    ...at,
    isOn: offM > offRouteM,
    isOff: offM < offRouteM * BACK_SHARE,
    holdMs: offRouteS * 1000,
    value: offM,
  });
}

/** The whole way is looked along only where the part that is due is far. */
function distanceOff({ way }: Trip, at: At, snap: Snap | null, limitM: number): number {
  return snap && snap.offsetM < limitM * BACK_SHARE ? snap.offsetM : offWayM(way, at);
}

/** Where it has stood since: the same as long as it has not gone on. */
export function standingAt(before: At | null, at: At): At {
  return before && near(before, at, STANDING_M) ? before : at;
}

export function watchHalt(
  before: Watch | null,
  trip: Trip,
  at: At,
  { place, standing }: Pick<VehicleState, 'place'> & { standing: At },
): Watch | null {
  const isJudged = isDriving(trip, at.atMs) && place.fence === -1 && !isHeld(trip, at.atMs);
  const sinceMs = Math.max(standing.atMs, trip.departedAtMs ?? 0, lastHoldEndMs(trip, at.atMs));
  const isLong = at.atMs - sinceMs >= trip.rules.haltMin * MIN_MS;
  if (!before && !(isJudged && isLong)) return null;
  return look(before, {
    ...at,
    isOn: isJudged && isLong,
    isOff: !isJudged || (before !== null && distanceM(before, at) > GONE_ON_M),
    holdMs: 0,
    value: 0,
    sinceMs,
  });
}

function lastHoldEndMs({ holds }: Trip, atMs: number): number {
  return holds.reduce((last, [, to]) => (to <= atMs ? Math.max(last, to) : last), 0);
}

export function watchBattery(before: Watch | null, trip: Trip, at: FoldFix): Watch | null {
  if (trip.arrivedAtMs !== null && at.atMs >= trip.arrivedAtMs) return null;
  const { batteryPct } = at;
  if (batteryPct === null) return before;
  const { lowBatteryPct } = trip.rules;
  if (!before && batteryPct > lowBatteryPct) return null;
  return look(before, {
    ...at,
    isOn: batteryPct <= lowBatteryPct,
    isOff: batteryPct >= lowBatteryPct + CHARGED_PCT,
    holdMs: 0,
    // The emptier, the larger.
    value: 100 - batteryPct,
  });
}

export function watchBelief(before: Watch | null, trip: Trip, at: At, unbelieved: number): Watch | null {
  if (trip.arrivedAtMs !== null && at.atMs >= trip.arrivedAtMs) return null;
  if (!before && unbelieved === 0) return null;
  return look(before, {
    ...at,
    isOn: unbelieved > 0,
    isOff: unbelieved === 0,
    holdMs: unbelieved >= UNBELIEVED_RUN ? 0 : Number.POSITIVE_INFINITY,
    value: unbelieved,
  });
}
