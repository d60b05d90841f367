import type { Announcement } from './context.ts';
import type { Logger } from './logging.ts';

type Listener = (announcement: Announcement) => void;

export type Announcer = {
  readonly announce: Listener;
  /** Hears everything announced from now on; the answer stops it. */
  readonly subscribe: (listener: Listener) => () => void;
};

/** Carries what happened from those who write to those who tell: a listener that fails does not fail the write. */
export function createAnnouncer(log: Pick<Logger, 'error'>): Announcer {
  const listeners = new Set<Listener>();
  return {
    announce(announcement) {
      for (const listener of listeners) {
        try {
          listener(announcement);
        } catch (error) {
          log.error({ err: error, kind: announcement.kind }, 'a listener failed');
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
