import { arrivalAt, behindM, delayMin, lastToArrive } from '@qafila/contract';
import type { Episode } from './episode.ts';
import { tickAtMs } from './ticks.ts';
import type { Trip } from './trip.ts';
import { isPresent } from './vehicle-episodes.ts';
import type { Seen } from './visit-episodes.ts';
import { look, type Watch } from './watch.ts';

const MIN_MS = 60_000;
const KM = 1_000;
/** Less behind, or less late, than this share of the limit is no longer so. */
const BACK_SHARE = 0.7;
/** An estimate that stands for two ticks is worth a word. */
const LATE_HOLD_MS = 5 * MIN_MS;
/** Places from longer ago than this are not compared: one of them has driven on since. */
const ABREAST_MS = 10 * MIN_MS;
/** Finer than this an expected delay is not known. */
const DELAY_STEP_MIN = 5;

/** One that should have left and has not, or did so late. */
export function lateDepartures(trip: Trip, nowMs: number): Episode[] {
  const { plannedDepartureAtMs, departedAtMs, endedAtMs, rules } = trip;
  const endMs = departedAtMs ?? endedAtMs;
  if ((endMs ?? nowMs) - plannedDepartureAtMs <= rules.lateDepartureMin * MIN_MS) return [];
  return [convoyEpisode('late_departure', 'departure', plannedDepartureAtMs, endMs)];
}

type Ticked = { readonly index: number; readonly atMs: number };

function ticksOf({ departedAtMs, arrivedAtMs, endedAtMs }: Trip, nowMs: number): Ticked[] {
  if (departedAtMs === null) return [];
  const untilMs = Math.min(nowMs, arrivedAtMs ?? nowMs, endedAtMs ?? nowMs);
  const ticks: Ticked[] = [];
  for (let index = 0; tickAtMs(departedAtMs, index) <= untilMs; index++) {
    ticks.push({ index, atMs: tickAtMs(departedAtMs, index) });
  }
  return ticks;
}

/** When the slowest was expected late at the stop that was next, tick by tick. */
export function lateArrivals(trip: Trip, seen: readonly Seen[], nowMs: number): Episode[] {
  const episodes: Episode[] = [];
  let watch: Watch | null = null;
  let stopId: string | null = null;
  let lateMin = 0;
  let knownAtMs = 0;
  for (const { index, atMs } of ticksOf(trip, nowMs)) {
    const delay = delayAt(trip, seen, index, atMs);
    if (delay === null) continue;
    const next = look(watch, {
      ...sightAt(atMs, delay.minutes, trip.rules.lateArrivalMin),
      holdMs: LATE_HOLD_MS,
    });
    if (watch?.isOpen && !next) episodes.push(late(watch.sinceMs, atMs, stopId, lateMin));
    watch = next;
    stopId = delay.stopId;
    lateMin = delay.minutes;
    knownAtMs = atMs;
  }
  if (!watch?.isOpen) return episodes;
  const endMs = trip.arrivedAtMs ?? trip.endedAtMs ?? (isKnown(trip, knownAtMs, nowMs) ? null : knownAtMs);
  return [...episodes, late(watch.sinceMs, endMs, stopId, lateMin)];
}

function isKnown(trip: Trip, atMs: number, nowMs: number): boolean {
  return isPresent({ atMs }, trip, nowMs);
}

function late(beganAtMs: number, endedAtMs: number | null, stopId: string | null, minutes: number): Episode {
  const lateMin = Math.max(DELAY_STEP_MIN, Math.round(minutes / DELAY_STEP_MIN) * DELAY_STEP_MIN);
  return { ...convoyEpisode('late_arrival', 'arrival', beganAtMs, endedAtMs), stopId, values: { lateMin } };
}

/** Minutes behind plan at the stop that was next then: by what was heard, and by the clock. */
function delayAt(
  trip: Trip,
  seen: readonly Seen[],
  index: number,
  atMs: number,
): { stopId: string | null; minutes: number } | null {
  const next = trip.stops.findIndex(
    ({ arrivedAtMs, endedAtMs }) => (arrivedAtMs ?? endedAtMs ?? Number.POSITIVE_INFINITY) > atMs,
  );
  const stop = trip.stops[next];
  if (!stop || trip.departedAtMs === null) return { stopId: null, minutes: 0 };
  const planned = new Date(stop.plannedArrivalAtMs);
  const overdueMin = (atMs - stop.plannedArrivalAtMs) / MIN_MS;
  const heard = seen.flatMap(({ state }) => {
    const tick = state.ticks[index];
    return tick ? [{ ...tick, isLive: true }] : [];
  });
  const slowest = lastToArrive(trip.stops, trip.departedAtMs, heard, trip.pace);
  if (!slowest) return overdueMin > 0 ? { stopId: stop.id, minutes: overdueMin } : null;
  const eta = arrivalAt(trip.stops, next, trip.departedAtMs, slowest, trip.pace);
  return { stopId: stop.id, minutes: Math.max(delayMin(eta, planned), overdueMin) };
}

/** Those that fell behind the body of the convoy, tick by tick. */
export function stragglers(trip: Trip, seen: readonly Seen[], nowMs: number): Episode[] {
  const limitM = trip.rules.stragglerKm * KM;
  const behind = seen.map((): { atMs: number; behindM: number }[] => []);
  for (const { index, atMs } of ticksOf(trip, nowMs)) {
    const moving = seen.flatMap(({ state }, vehicle) => {
      const tick = state.ticks[index];
      const isComparable = tick && !tick.isAtStop && atMs - tick.atMs <= ABREAST_MS;
      return isComparable ? [{ vehicle, progressM: tick.progressM }] : [];
    });
    const distancesM = behindM(moving.map(({ progressM }) => progressM));
    moving.forEach(({ vehicle }, i) => {
      behind[vehicle]?.push({ atMs, behindM: distancesM[i] ?? 0 });
    });
  }
  return seen.flatMap(({ id, state }, vehicle) =>
    stragglings(trip, id, behind[vehicle] ?? [], limitM, isPresent(state, trip, nowMs)),
  );
}

function stragglings(
  trip: Trip,
  id: string,
  course: readonly { atMs: number; behindM: number }[],
  limitM: number,
  isPresentNow: boolean,
): Episode[] {
  const episodes: Episode[] = [];
  let watch: Watch | null = null;
  const told = (since: Watch, endedAtMs: number | null, metres: number): void => {
    const values = { distanceM: Math.round(metres / KM) * KM };
    const base = convoyEpisode('straggler', id, since.sinceMs, endedAtMs);
    episodes.push({ ...base, convoyVehicleId: id, values });
  };
  let lastM = 0;
  for (const { atMs, behindM: metres } of course) {
    const holdMs = trip.rules.stragglerMin * MIN_MS;
    const next: Watch | null = look(watch, { ...sightAt(atMs, metres, limitM), holdMs });
    if (watch?.isOpen && !next) told(watch, atMs, lastM);
    watch = next;
    lastM = metres;
  }
  const endMs = trip.arrivedAtMs ?? trip.endedAtMs ?? (isPresentNow ? null : (course.at(-1)?.atMs ?? null));
  if (watch?.isOpen) told(watch, endMs, lastM);
  return episodes;
}

function sightAt(atMs: number, value: number, limit: number) {
  return { atMs, lat: 0, lng: 0, isOn: value > limit, isOff: value < limit * BACK_SHARE, value };
}

function convoyEpisode(
  kind: Episode['kind'],
  cause: string,
  beganAtMs: number,
  endedAtMs: number | null,
): Episode {
  const end = endedAtMs === null ? null : Math.max(beganAtMs, endedAtMs);
  const nowhere = { convoyVehicleId: null, stopId: null, at: null, values: {} };
  return { kind, cause, beganAtMs, endedAtMs: end, ...nowhere };
}
