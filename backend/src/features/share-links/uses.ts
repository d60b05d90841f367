export type Uses = {
  /** The link was used at that moment, and perhaps a page opened by it. */
  used: (id: string, at: Date, openings: 0 | 1) => void;
  /** Writes what has not been written yet. */
  close: () => Promise<void>;
};

type Pending = { openings: number; at: Date | undefined; timer: NodeJS.Timeout };

/** What comes together is written together. */
const FIRST_AFTER_MS = 1_000;
const THEN_EVERY_MS = 60_000;

/** Remembers how often links are used, and writes it at most once a minute for each, however many screens there are. */
export function createUses(write: (id: string, openings: number, at: Date) => Promise<void>): Uses {
  const links = new Map<string, Pending>();

  function flush(id: string, pending: Pending): Promise<void> {
    clearTimeout(pending.timer);
    links.delete(id);
    const { openings, at } = pending;
    if (!at) return Promise.resolve();
    links.set(id, waiting(id, THEN_EVERY_MS));
    return write(id, openings, at);
  }

  function waiting(id: string, ms: number): Pending {
    const timer = setTimeout(() => void flush(id, pending), ms).unref();
    const pending: Pending = { openings: 0, at: undefined, timer };
    return pending;
  }

  return {
    used(id, at, openings) {
      const pending = links.get(id) ?? waiting(id, FIRST_AFTER_MS);
      pending.openings += openings;
      pending.at = at;
      links.set(id, pending);
    },
    async close() {
      await Promise.all([...links].map(([id, pending]) => flush(id, pending)));
      for (const { timer } of links.values()) clearTimeout(timer);
    },
  };
}
