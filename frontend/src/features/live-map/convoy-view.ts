import {
  arrivalAt,
  behindM,
  type CargoShare,
  type Convoy,
  type ConvoyVehicle,
  DELAYED_AFTER_MIN,
  delayMin,
  type EtaRange,
  type FixTuple,
  type LiveConvoy,
  notBefore,
  type Pace,
  type Signal,
  type Stop,
  signalOf,
  spreadM,
} from '@qafila/contract';
import type { Fixes } from './live.store.ts';
import { type ConvoyProgress, isReached, progressOf } from './progress.ts';

export type StopView = {
  readonly stop: Stop;
  /** Where along the whole way it lies, 0–1. */
  readonly share: number;
  readonly place: 'reached' | 'next' | 'ahead' | 'skipped';
  readonly eta: EtaRange | null;
};

export type VehicleView = {
  readonly vehicle: ConvoyVehicle;
  readonly fix: FixTuple | null;
  readonly signal: Signal;
  readonly seenAt: Date | null;
  readonly progressM: number;
  /** Metres behind the body of the convoy; 0 for who is not on the road, or not heard of. */
  readonly behindM: number;
};

/** One convoy as the screen tells it at one moment. */
export type ConvoyView = {
  readonly convoy: Convoy;
  readonly cargo: readonly CargoShare[];
  readonly destination: Stop | undefined;
  /** Share of the whole way that is done, 0–1. */
  readonly progress: number;
  readonly progressM: number;
  /** Of the road to its last stop, what is left. */
  readonly leftM: number;
  /** From its first vehicle on the road to its last, of those heard of. */
  readonly spreadM: number;
  readonly way: ConvoyProgress['way'];
  readonly stops: readonly StopView[];
  readonly nextStop: StopView | undefined;
  /** Arrival at the last stop; null before departure, after arrival, and when no vehicle has a signal. */
  readonly eta: EtaRange | null;
  /** Minutes behind plan: of the departure before it, of the arrival after it. Never below 0. */
  readonly delayMinutes: number;
  readonly isLate: boolean;
  /** Newest fix of any of its vehicles. */
  readonly seenAt: Date | null;
  readonly vehicles: readonly VehicleView[];
};

const RANK: Readonly<Record<Convoy['status'], number>> = {
  en_route: 0,
  held: 0,
  arrived: 1,
  loading: 2,
  planned: 3,
  draft: 4,
  settled: 5,
  cancelled: 6,
};

/** Those on the road first, then those that will be, then the settled, newest first. */
export function viewsOf(convoys: readonly LiveConvoy[], fixes: Fixes, now: Date): ConvoyView[] {
  return convoys
    .map((live) => viewOf(live, fixes, now))
    .sort(({ convoy: a }, { convoy: b }) => {
      const byRank = RANK[a.status] - RANK[b.status];
      if (byRank !== 0) return byRank;
      return a.status === 'settled' ? b.code.localeCompare(a.code) : a.code.localeCompare(b.code);
    });
}

export function viewOf(live: LiveConvoy, fixes: Fixes, now: Date): ConvoyView {
  const { convoy, cargo, pace } = live;
  const progress = progressOf(live, fixes, now);
  const { way, progressM } = progress;
  const stops = stopViews(convoy, progress, pace, now);
  const last = stops.findLast(({ place }) => place !== 'skipped') ?? stops.at(-1);
  const endM = way.lengthM * (last?.share ?? 1);
  const vehicles = inColumn(
    convoy,
    convoy.vehicles.map((vehicle) => vehicleView(vehicle, convoy, fixes, now)),
  );
  const heard = vehicles.filter(isHeard).map((vehicle) => vehicle.progressM);
  const delayMinutes = Math.max(0, lateness(convoy, last, now));
  const seen = vehicles.flatMap(({ seenAt }) => (seenAt ? [seenAt.getTime()] : []));
  return {
    convoy,
    cargo,
    destination: last?.stop,
    progress: endM === 0 ? 0 : Math.min(1, progressM / endM),
    progressM,
    leftM: Math.max(0, endM - progressM),
    spreadM: isOnTheRoad(live) ? spreadM(heard) : 0,
    way,
    stops,
    nextStop: stops.find(({ place }) => place === 'next'),
    eta: last?.eta ?? null,
    delayMinutes,
    isLate: delayMinutes > DELAYED_AFTER_MIN && convoy.status !== 'settled',
    seenAt: seen.length > 0 ? new Date(Math.max(...seen)) : null,
    vehicles,
  };
}

/** Minutes late at the end of the way, as of these fixes; null while nothing is known of it. */
export function expectedDelayMin(live: LiveConvoy, fixes: readonly FixTuple[], now: Date): number | null {
  const { eta, isLate, delayMinutes } = viewOf(live, new Map(fixes.map((fix) => [fix[0], fix])), now);
  return eta || isLate ? delayMinutes : null;
}

function stopViews(
  { stops, departedAt }: Convoy,
  { way, slowest, stops: wayStops }: ConvoyProgress,
  pace: Pace,
  now: Date,
): StopView[] {
  const nextIndex = stops.findIndex(({ status }) => status === 'pending');
  return stops.map((stop, i) => {
    const atM = way.stopsM[i] ?? 0;
    return {
      stop,
      share: way.lengthM === 0 ? 1 : atM / way.lengthM,
      place: placeOf(stop, i === nextIndex),
      eta:
        stop.status === 'pending' && departedAt && slowest
          ? notBefore(now, arrivalAt(wayStops, i, Date.parse(departedAt), slowest, pace))
          : null,
    };
  });
}

function placeOf(stop: Stop, isNext: boolean): StopView['place'] {
  if (stop.status === 'skipped') return 'skipped';
  if (isReached(stop)) return 'reached';
  return isNext ? 'next' : 'ahead';
}

/** Before the departure an old fix tells of an earlier errand, not of this one. */
function vehicleView(vehicle: ConvoyVehicle, { departedAt }: Convoy, fixes: Fixes, now: Date): VehicleView {
  const last = fixes.get(vehicle.number);
  const lastAt = last ? new Date(last[1] * 1000) : null;
  const fix = last && (departedAt || signalOf(lastAt, now) !== 'lost') ? last : null;
  const seenAt = fix && lastAt;
  return { vehicle, fix, seenAt, signal: signalOf(seenAt, now), progressM: fix?.[7] ?? 0, behindM: 0 };
}

/** Who has a signal and is on the way, not merely near it. */
function isHeard({ fix, signal }: Pick<VehicleView, 'fix' | 'signal'>): boolean {
  return fix?.[7] != null && signal !== 'lost';
}

/** The vehicles of a convoy on the road, each with how far it is behind the others. */
function inColumn(convoy: Convoy, vehicles: readonly VehicleView[]): VehicleView[] {
  const heard = isOnTheRoad({ convoy }) ? vehicles.filter(isHeard) : [];
  const behind = behindM(heard.map(({ progressM }) => progressM));
  return vehicles.map((vehicle) => ({ ...vehicle, behindM: behind[heard.indexOf(vehicle)] ?? 0 }));
}

function lateness(
  { status, departedAt, plannedDepartureAt }: Convoy,
  last: StopView | undefined,
  now: Date,
): number {
  if (!departedAt) return status === 'settled' ? 0 : minutesBetween(plannedDepartureAt, now);
  if (!last) return 0;
  const { stop, eta } = last;
  if (eta) return delayMin(eta, new Date(stop.plannedArrivalAt));
  return minutesBetween(stop.plannedArrivalAt, stop.arrivedAt ? new Date(stop.arrivedAt) : now);
}

function minutesBetween(planned: string, actual: Date): number {
  return Math.round((actual.getTime() - Date.parse(planned)) / 60_000);
}

export const CONVOY_FILTERS = ['all', 'active', 'late', 'settled'] as const;
export type ConvoyFilter = (typeof CONVOY_FILTERS)[number];

export function matches({ convoy, isLate }: ConvoyView, filter: ConvoyFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'late') return isLate;
  return (convoy.status === 'settled') === (filter === 'settled');
}

export function isOnTheRoad({ convoy }: { convoy: Pick<Convoy, 'status'> }): boolean {
  return convoy.status === 'en_route' || convoy.status === 'held';
}

/** Positions of its vehicles come in from loading until it has been settled. */
export function isFollowed({ convoy }: Pick<ConvoyView, 'convoy'>): boolean {
  return isOnTheRoad({ convoy }) || convoy.status === 'loading' || convoy.status === 'arrived';
}

/** Where the convoy's tag hangs: on the vehicle that is furthest ahead among those last heard of. */
export function leadVehicle({ vehicles }: ConvoyView): VehicleView | undefined {
  const seen = vehicles.filter(({ fix }) => fix !== null);
  const heard = seen.filter(({ signal }) => signal !== 'lost');
  const from = heard.length > 0 ? heard : seen;
  return from.reduce<VehicleView | undefined>(
    (best, each) => (best && best.progressM >= each.progressM ? best : each),
    undefined,
  );
}
