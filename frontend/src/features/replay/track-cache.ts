import { joinTracks, type Track } from './track.ts';

/** Tracks are fetched by stretches of time as long as this. */
export const STRETCH_MS = 6 * 3_600_000;
/** A stretch that is not over yet is asked for again after so long. */
const GROWING_MS = 30_000;

type Stretch = {
  readonly startMs: number;
  readonly askedMs: number;
  readonly isOver: boolean;
  tracks: readonly Track[] | null;
};

export type TrackSource = (fromMs: number, toMs: number) => Promise<readonly Track[]>;

/**
 * Where all vehicles were, for the time around an instant: the stretch it is in, the one before, so that who was
 * silent stays in sight, and from the middle on the one after, so that playing never waits.
 */
export class TrackCache {
  readonly #load: TrackSource;
  readonly #onLoaded: () => void;
  readonly #stretches = new Map<number, Stretch>();
  #joined: { key: string; tracks: readonly Track[] } = { key: '', tracks: [] };

  constructor(load: TrackSource, onLoaded: () => void) {
    this.#load = load;
    this.#onLoaded = onLoaded;
  }

  /** What is known around the instant just now; what is missing is on its way. */
  around(atMs: number, nowMs: number): readonly Track[] {
    const start = Math.floor(atMs / STRETCH_MS) * STRETCH_MS;
    const isLate = atMs - start > STRETCH_MS / 2;
    const starts = [start - STRETCH_MS, start, ...(isLate ? [start + STRETCH_MS] : [])];
    for (const each of starts) this.#ensure(each, nowMs);
    const known = starts
      .flatMap((each) => this.#stretches.get(each) ?? [])
      .filter(({ tracks }) => tracks !== null);
    const key = known.map(({ startMs, askedMs }) => `${startMs} ${askedMs}`).join();
    if (key !== this.#joined.key) {
      this.#joined = { key, tracks: joinTracks(known.map(({ tracks }) => tracks ?? [])) };
    }
    return this.#joined.tracks;
  }

  /** Whether the vehicles of that instant are there to be shown. */
  isReady(atMs: number): boolean {
    return (this.#stretches.get(Math.floor(atMs / STRETCH_MS) * STRETCH_MS)?.tracks ?? null) !== null;
  }

  #ensure(startMs: number, nowMs: number): void {
    if (startMs > nowMs) return;
    const known = this.#stretches.get(startMs);
    if (known && (known.isOver || nowMs - known.askedMs < GROWING_MS)) return;
    const endMs = startMs + STRETCH_MS;
    const stretch: Stretch = {
      startMs,
      askedMs: nowMs,
      isOver: endMs <= nowMs,
      tracks: known?.tracks ?? null,
    };
    this.#stretches.set(startMs, stretch);
    this.#load(startMs, Math.min(endMs, nowMs)).then(
      (tracks) => {
        // A new object, so that what was joined before is joined anew.
        this.#stretches.set(startMs, { ...stretch, askedMs: stretch.askedMs + 1, tracks });
        this.#onLoaded();
      },
      () => {
        // Asked for again with the next look.
        if (known) this.#stretches.set(startMs, known);
        else this.#stretches.delete(startMs);
      },
    );
  }
}
