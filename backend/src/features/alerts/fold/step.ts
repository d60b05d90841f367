import { advance, type Snap } from '@qafila/contract';
import { type Belief, believe, isTimeless } from './belief.ts';
import { standingAt, watchBattery, watchBelief, watchHalt, watchRoute } from './conditions.ts';
import { settle, visitsAfter } from './geofence.ts';
import { ticksUntil } from './ticks.ts';
import { isDriving, reachedM, type Trip, type TripVehicle } from './trip.ts';
import { type FoldFix, type PastEpisode, type VehicleState, WATCHED } from './vehicle-state.ts';

/** What is known of a vehicle after one more fix, which must be later than all before. */
export function step(
  state: VehicleState,
  fix: FoldFix,
  trip: Trip,
  { plausibleSpeedMps }: Pick<TripVehicle, 'plausibleSpeedMps'>,
): VehicleState {
  if (isTimeless(fix)) return state;
  const belief = believe(state, fix, plausibleSpeedMps);
  const heard = hear(state, fix, trip, belief);
  return belief.believed.reduce((next, it) => place(next, it, trip, plausibleSpeedMps), heard);
}

/** A sign of life: it has not been silent, and tells of its battery. */
function hear(state: VehicleState, fix: FoldFix, trip: Trip, belief: Belief): VehicleState {
  const { watches } = state;
  const { doubted, unbelieved } = belief;
  const low_battery = watchBattery(watches.low_battery, trip, fix);
  const implausible_position = watchBelief(watches.implausible_position, trip, fix, unbelieved);
  const isSame = low_battery === watches.low_battery && implausible_position === watches.implausible_position;
  const next = {
    ...state,
    atMs: fix.atMs,
    doubted,
    unbelieved,
    ticks: ticksUntil(state, trip.departedAtMs, fix.atMs),
    calls: fix.isSos ? [...state.calls, { atMs: fix.atMs, lat: fix.lat, lng: fix.lng }] : state.calls,
    watches: isSame ? watches : { ...watches, low_battery, implausible_position },
    past: silenceBefore(state, fix, trip),
  };
  return isSame ? next : { ...next, past: endedSince(state, next, fix.atMs) };
}

/** A place that is believed. */
function place(state: VehicleState, fix: FoldFix, trip: Trip, speedMps: number): VehicleState {
  const at = { atMs: fix.atMs, lat: fix.lat, lng: fix.lng };
  const settled = settle(state.place, trip, at);
  const { progress, snap } = isDriving(trip, fix.atMs)
    ? goOn(state, fix, trip, speedMps)
    : { progress: state.progress, snap: null };
  const standing = standingAt(state.standing, at);
  const { watches } = state;
  const off_route = watchRoute(watches.off_route, trip, at, { progress, place: settled, snap });
  const unplanned_halt = watchHalt(watches.unplanned_halt, trip, at, { place: settled, standing });
  const isSame = off_route === watches.off_route && unplanned_halt === watches.unplanned_halt;
  const next = {
    ...state,
    last: at,
    progress,
    place: settled,
    visits: visitsAfter(state.visits, state.place, settled),
    standing,
    watches: isSame ? watches : { ...watches, off_route, unplanned_halt },
  };
  return isSame ? next : { ...next, past: endedSince(state, next, fix.atMs) };
}

function goOn(
  { progress }: VehicleState,
  fix: FoldFix,
  trip: Trip,
  speedMps: number,
): Pick<VehicleState, 'progress'> & { snap: Snap | null } {
  const departedAtMs = trip.departedAtMs ?? fix.atMs;
  const departure = { atMs: departedAtMs, reachedM: progress ? 0 : reachedM(trip, fix.atMs) };
  return advance(trip.way, progress, fix, departure, speedMps);
}

/** The past, with the episodes that were open before and are not after. */
function endedSince(before: VehicleState, after: VehicleState, atMs: number): readonly PastEpisode[] {
  const ended = WATCHED.flatMap((kind): PastEpisode[] => {
    const watch = before.watches[kind];
    if (!watch?.isOpen || after.watches[kind]) return [];
    const { sinceMs, lat, lng, value } = watch;
    return [{ kind, beganAtMs: sinceMs, endedAtMs: atMs, lat, lng, value }];
  });
  return ended.length > 0 ? [...after.past, ...ended] : after.past;
}

/** The past, with the silence that this fix ends. */
function silenceBefore(state: VehicleState, { atMs, lat, lng }: FoldFix, trip: Trip): readonly PastEpisode[] {
  const sinceMs = Math.max(state.atMs, trip.departedAtMs ?? Number.POSITIVE_INFINITY);
  const untilMs = Math.min(atMs, trip.arrivedAtMs ?? Number.POSITIVE_INFINITY);
  if (untilMs - sinceMs <= trip.rules.silentMin * 60_000) return state.past;
  const at = state.last ?? { lat, lng };
  return [
    ...state.past,
    { kind: 'silent', beganAtMs: sinceMs, endedAtMs: untilMs, lat: at.lat, lng: at.lng, value: 0 },
  ];
}
