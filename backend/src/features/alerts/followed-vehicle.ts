import type { Progress } from '@qafila/contract';
import { isTimeless } from './fold/belief.ts';
import { step } from './fold/step.ts';
import type { Trip, TripVehicle } from './fold/trip.ts';
import { type At, type FoldFix, UNSEEN, type VehicleState } from './fold/vehicle-state.ts';

const CHECKPOINT_EVERY_MS = 5 * 60_000;
/** And sooner where a tracker says much: memory holds the fixes since the last checkpoint but one. */
const CHECKPOINT_EVERY_FIXES = 30;
/** Checkpoints kept of each doubling of age: going back costs at most as much again as one went back. */
const KEPT_PER_DOUBLING = 2;
const NEVER = Number.POSITIVE_INFINITY;

/**
 * One vehicle as its fixes come in, in whatever order. Later ones are folded at once; one that is a little late is
 * put in its place from memory; for one from before what memory holds, the fixes since the checkpoint before it are
 * read anew.
 */
export class FollowedVehicle {
  readonly vehicle: TripVehicle;
  readonly #trip: Trip;
  /** Oldest first; the first is from before any fix. */
  #checkpoints: VehicleState[] = [UNSEEN];
  /** All fixes after `#memoryFromMs`, in time order. */
  #recent: FoldFix[] = [];
  #memoryFromMs = Number.NEGATIVE_INFINITY;
  #state: VehicleState = UNSEEN;
  #sinceCheckpoint = 0;
  #missingSinceMs: number;
  #isReading: boolean = false;
  #shown: Progress | null;
  /** Of instants for which the database already had a fix: it does not keep these. */
  #calls: At[] = [];

  /** Everything since loading is missing at first; until it has been read, what was shown before is shown. */
  constructor(trip: Trip, vehicle: TripVehicle, shown: Progress | null) {
    this.#trip = trip;
    this.vehicle = vehicle;
    this.#shown = shown;
    this.#missingSinceMs = trip.loadingAtMs ?? NEVER;
  }

  get state(): VehicleState {
    return this.#state;
  }

  get calls(): readonly At[] {
    return [...this.#state.calls, ...this.#calls];
  }

  get progress(): Progress | null {
    return this.isWhole ? this.#state.progress : this.#shown;
  }

  /** Whether all that was stored has been folded. */
  get isWhole(): boolean {
    return !this.#isReading && this.#missingSinceMs === NEVER;
  }

  /** Takes a fix that has been stored; whether it tells anything but that the vehicle goes on. */
  take(fix: FoldFix): boolean {
    const { loadingAtMs } = this.#trip;
    if (loadingAtMs === null || fix.atMs < loadingAtMs || isTimeless(fix)) return false;
    const before = this.#state;
    if (!this.isWhole || fix.atMs <= this.#memoryFromMs) {
      this.missSince(fix.atMs);
      return true;
    }
    if (fix.atMs > before.atMs) this.#fold(fix);
    else this.#insert(fix);
    return isNews(before, this.#state);
  }

  call(at: At): void {
    if (!this.calls.some(({ atMs }) => atMs === at.atMs)) this.#calls.push(at);
  }

  /** Fixes from then on are in the database, and not here. */
  missSince(atMs: number): void {
    this.#missingSinceMs = Math.min(this.#missingSinceMs, atMs);
  }

  /** Goes back to before what is missing; the answer is after which instant fixes are due. */
  beginReading(): number {
    this.#shown = this.progress;
    this.#isReading = true;
    this.#goBackBefore(this.#missingSinceMs);
    this.#missingSinceMs = NEVER;
    this.#recent = [];
    this.#memoryFromMs = this.#state.atMs;
    return Math.max(this.#state.atMs, (this.#trip.loadingAtMs ?? 0) - 1);
  }

  /** Fixes as the database has them, in time order. */
  read(fixes: readonly FoldFix[]): void {
    for (const fix of fixes) this.#fold(fix);
  }

  endReading(): void {
    this.#isReading = false;
  }

  #insert(fix: FoldFix): void {
    if (this.#recent.some(({ atMs }) => atMs === fix.atMs)) return;
    const all = [...this.#recent, fix].sort((a, b) => a.atMs - b.atMs);
    this.#goBackBefore(fix.atMs);
    const { atMs } = this.#state;
    this.#recent = all.filter((it) => it.atMs <= atMs);
    for (const it of all) if (it.atMs > atMs) this.#fold(it);
  }

  #goBackBefore(atMs: number): void {
    while (this.#checkpoints.length > 1 && (this.#checkpoints.at(-1)?.atMs ?? 0) >= atMs) {
      this.#checkpoints.pop();
    }
    this.#state = this.#checkpoints.at(-1) ?? UNSEEN;
    this.#sinceCheckpoint = 0;
  }

  #fold(fix: FoldFix): void {
    this.#state = step(this.#state, fix, this.#trip, this.vehicle);
    this.#recent.push(fix);
    const newest = this.#checkpoints.at(-1) ?? UNSEEN;
    const isEarly = this.#state.atMs - newest.atMs < CHECKPOINT_EVERY_MS;
    if (++this.#sinceCheckpoint < CHECKPOINT_EVERY_FIXES && isEarly) return;
    this.#sinceCheckpoint = 0;
    this.#checkpoints = thinned([...this.#checkpoints, this.#state]);
    this.#memoryFromMs = Math.max(this.#memoryFromMs, newest.atMs);
    this.#recent = this.#recent.filter(({ atMs }) => atMs > this.#memoryFromMs);
  }
}

const TELLING = ['watches', 'past', 'place', 'visits', 'calls', 'ticks'] as const;

function isNews(before: VehicleState, after: VehicleState): boolean {
  return TELLING.some((key) => before[key] !== after[key]);
}

/** The first, and of the others so many of each doubling of age. */
function thinned(checkpoints: readonly VehicleState[]): VehicleState[] {
  const newestMs = checkpoints.at(-1)?.atMs ?? 0;
  const counts = new Map<number, number>();
  const kept = checkpoints.toReversed().filter((state) => {
    const age = Math.floor(Math.log2(1 + (newestMs - state.atMs) / CHECKPOINT_EVERY_MS));
    const count = (counts.get(age) ?? 0) + 1;
    counts.set(age, count);
    return count <= KEPT_PER_DOUBLING || state === checkpoints[0];
  });
  return kept.reverse();
}
