import { type Convoy, estimateArrival, type FixTuple, type Stop, signalOf } from '@qafila/contract';
import type { Fixes } from './live.store.ts';
import { snapToWay, type Way, wayOf } from './way.ts';

/** How far a vehicle has come along its convoy's way, and when it said so (epoch seconds). */
export type VehicleProgress = { readonly atS: number; readonly progressM: number };

export type ConvoyProgress = {
  readonly way: Way;
  /** Since which departure the rest is counted. */
  readonly departedAt: string | null;
  readonly vehicles: ReadonlyMap<number, VehicleProgress>;
  /** Of the slowest vehicle whose signal is fresh; never backwards. */
  readonly progressM: number;
  /** The vehicle that will arrive last, as of its own last fix; null when none has a signal. */
  readonly slowest: VehicleProgress | null;
};

/** By convoy id. */
export type ProgressBook = ReadonlyMap<string, ConvoyProgress>;

/** A fix may lie this far before or past where it should; metres. */
const SLACK_M = 500;
const START_SLACK_M = 2_000;

type Departed = {
  readonly departedAtS: number;
  /** Road metres of the last stop that was reached; 0 before the first. */
  readonly reachedM: number;
};

/**
 * A vehicle's next progress: looked for from where it was to as far as it can have come, and never backwards. A fix
 * from before the departure, an older one, or one from elsewhere changes nothing.
 */
export function advance(
  before: VehicleProgress | undefined,
  way: Way,
  [, atS, lat, lng]: FixTuple,
  { departedAtS, reachedM }: Departed,
  plausibleSpeedMps: number,
): VehicleProgress | undefined {
  if (atS < departedAtS || (before && atS <= before.atS)) return before;
  const since = before ?? { atS: departedAtS, progressM: 0 };
  const slackM = before ? SLACK_M : START_SLACK_M;
  const snappedM = snapToWay(
    way,
    { lat, lng },
    {
      fromM: Math.max(0, since.progressM - SLACK_M),
      toM: since.progressM + (atS - since.atS) * plausibleSpeedMps + slackM,
      afterM: before ? since.progressM : reachedM - SLACK_M,
    },
  );
  if (snappedM === null) return before;
  return { atS, progressM: Math.max(since.progressM, snappedM) };
}

const REACHED = new Set<Stop['status']>(['arrived', 'unloading', 'settled']);

export function isReached({ status }: Pick<Stop, 'status'>): boolean {
  return REACHED.has(status);
}

/** The convoy's progress now, from what was known of it before. */
export function follow(
  before: ConvoyProgress | undefined,
  convoy: Convoy,
  fixes: Fixes,
  now: Date,
): ConvoyProgress {
  const way = wayOf(convoy.stops);
  const { departedAt, arrivedAt } = convoy;
  const nothing = { way, departedAt, vehicles: new Map<number, VehicleProgress>(), slowest: null };
  if (!departedAt) return { ...nothing, progressM: 0 };
  if (arrivedAt) return { ...nothing, progressM: way.lengthM };
  const known = before?.way === way && before.departedAt === departedAt ? before : undefined;
  const departed = { departedAtS: Date.parse(departedAt) / 1000, reachedM: reachedOf(convoy.stops, way) };
  const vehicles = new Map(known?.vehicles);
  for (const { number, plausibleSpeedMps } of convoy.vehicles) {
    const fix = fixes.get(number);
    const next = fix && advance(vehicles.get(number), way, fix, departed, plausibleSpeedMps);
    if (next) vehicles.set(number, next);
  }
  const heard = heardOf(convoy, vehicles, fixes, now);
  const progressM = Math.max(known?.progressM ?? 0, departed.reachedM, freshestM(heard));
  return { way, departedAt, vehicles, progressM, slowest: lastToArrive(heard, way, new Date(departedAt)) };
}

type Heard = VehicleProgress & { readonly isLive: boolean };

/** The vehicles that still have a signal; one that has not moved since the departure is at its start. */
function heardOf(
  convoy: Convoy,
  vehicles: ReadonlyMap<number, VehicleProgress>,
  fixes: Fixes,
  now: Date,
): Heard[] {
  return convoy.vehicles.flatMap(({ number }): Heard[] => {
    const fix = fixes.get(number);
    const signal = signalOf(fix ? new Date(fix[1] * 1000) : null, now);
    if (!fix || signal === 'lost') return [];
    const progress = vehicles.get(number) ?? { atS: fix[1], progressM: 0 };
    return [{ ...progress, isLive: signal === 'live' }];
  });
}

/** How far the slowest has come: of those with a fresh signal where there are any. */
function freshestM(heard: readonly Heard[]): number {
  const live = heard.filter(({ isLive }) => isLive);
  const from = live.length > 0 ? live : heard;
  return from.length > 0 ? Math.min(...from.map(({ progressM }) => progressM)) : 0;
}

/** A vehicle not heard of for a while has driven on since: each is reckoned from when it was last seen. */
function lastToArrive(heard: readonly Heard[], { lengthM }: Way, departedAt: Date): VehicleProgress | null {
  const arrivals = heard.map((vehicle) => {
    const seenAt = new Date(Math.max(vehicle.atS * 1000, departedAt.getTime()));
    const { latest } = estimateArrival(vehicle.progressM, lengthM - vehicle.progressM, departedAt, seenAt);
    return { vehicle: { ...vehicle, atS: seenAt.getTime() / 1000 }, latest };
  });
  const last = arrivals.reduce<(typeof arrivals)[number] | null>(
    (best, each) => (best && best.latest >= each.latest ? best : each),
    null,
  );
  return last?.vehicle ?? null;
}

export function followAll(
  book: ProgressBook,
  convoys: readonly Convoy[],
  fixes: Fixes,
  now: Date,
): ProgressBook {
  return new Map(convoys.map((convoy) => [convoy.id, follow(book.get(convoy.id), convoy, fixes, now)]));
}

function reachedOf(stops: readonly Stop[], way: Way): number {
  return way.stopsM[stops.findLastIndex(isReached)] ?? 0;
}
