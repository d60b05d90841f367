import type { StoredFix } from './fleet.ts';

/** `refused`: the database will not take this very fix. `unavailable`: try again later. */
export type Outcome = 'stored' | 'refused' | 'unavailable';

export type Entry = StoredFix & {
  attributes: string | null;
  done: (outcome: Outcome) => void;
};

export type Ingest = {
  /** Calls `done` once: with `stored` only after the commit that holds the fix. */
  push: (entry: Entry) => void;
  /** Refuses what comes from now on, and resolves when what came before has been answered. */
  close: () => Promise<void>;
  readonly stats: { batches: number; stored: number; turnedAway: number };
};

export type IngestOptions = {
  /** Commits all of the batch or, by rejecting, nothing of it. */
  write: (batch: readonly Entry[]) => Promise<void>;
  /** Whether a batch failed for what one of its rows says, and the others may pass without it. */
  isRowsFault: (error: unknown) => boolean;
  onFailure?: (error: unknown) => void;
  capacity?: number;
  batchMax?: number;
};

/**
 * Group commit: while one batch is being written the next one fills, so a commit is shared by all who waited. One
 * batch is in flight at a time; two showed no gain.
 */
export function createIngest(options: IngestOptions): Ingest {
  const { write, isRowsFault, onFailure, capacity = 20_000, batchMax = 1_000 } = options;
  const stats = { batches: 0, stored: 0, turnedAway: 0 };
  let queue: Entry[] = [];
  let isScheduled = false;
  let isClosed = false;
  let running: Promise<void> = Promise.resolve();

  function push(entry: Entry): void {
    if (isClosed || queue.length >= capacity) {
      stats.turnedAway++;
      entry.done('unavailable');
      return;
    }
    queue.push(entry);
    if (isScheduled) return;
    isScheduled = true;
    running = new Promise((resolve) => setImmediate(() => void run().then(resolve)));
  }

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.length <= batchMax ? queue : queue.splice(0, batchMax);
      if (batch === queue) queue = [];
      stats.batches++;
      await store(batch);
    }
    isScheduled = false;
  }

  async function store(batch: readonly Entry[]): Promise<void> {
    const failure = await write(batch).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    if (failure) {
      await afterFailure(batch, failure.error);
      return;
    }
    stats.stored += batch.length;
    for (const entry of batch) entry.done('stored');
  }

  async function afterFailure(batch: readonly Entry[], error: unknown): Promise<void> {
    const isTheRows = isRowsFault(error);
    if (isTheRows && batch.length > 1) {
      const middle = batch.length >> 1;
      await store(batch.slice(0, middle));
      await store(batch.slice(middle));
      return;
    }
    onFailure?.(error);
    for (const entry of batch) entry.done(isTheRows ? 'refused' : 'unavailable');
  }

  return {
    push,
    async close() {
      isClosed = true;
      await running;
    },
    stats,
  };
}
