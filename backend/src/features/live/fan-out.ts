import type { ServerToClientEvents } from '@qafila/contract';
import { type Connection, deliver, isKeepingUp } from './connection.ts';
import { PreparedFrame } from './prepared-frame.ts';
import { createSlices } from './slices.ts';

export type FanOutDeps = {
  /** Ids of those in a room; who comes or goes does so here, too. */
  members: (room: string) => ReadonlySet<string>;
  connection: (id: string) => Connection | undefined;
  /** The JSON of a frame that holds all that is known in a room. */
  everything: (room: string) => string | undefined;
  onFailure: (error: unknown) => void;
};

export type FanOut = {
  /** Sends the JSON of a frame to each room; resolves when every viewer has been given theirs. */
  send: (frames: readonly (readonly [room: string, json: string])[]) => Promise<void>;
  close: () => void;
};

const EVENT = 'positions:changed' satisfies keyof ServerToClientEvents;
/** Viewers served before anybody looks at the clock. */
const AT_ONCE = 8;
const CATCH_UP_EVERY_MS = 250;

/**
 * Gives viewers their frames, each built once for all, in slices between which trackers are served. Who does not keep
 * up is passed by, and gets everything at once when they can take it.
 */
export function createFanOut({ members, connection, everything, onFailure }: FanOutDeps): FanOut {
  const slices = createSlices();
  /** By room, those who were passed by. */
  const behind = new Map<string, Set<string>>();
  const timer = setInterval(catchUp, CATCH_UP_EVERY_MS).unref();

  function* give(room: string, json: string, ids: Iterable<string>): Generator<void> {
    const frame = new PreparedFrame(EVENT, json);
    const present = members(room);
    let served = 0;
    for (const id of ids) {
      if (ids === present || present.has(id)) serve(room, id, frame);
      if (++served % AT_ONCE === 0) yield;
    }
  }

  function serve(room: string, id: string, frame: PreparedFrame): void {
    const to = connection(id);
    if (!to || behind.get(room)?.has(id)) return;
    try {
      if (!deliver(to, frame)) behind.set(room, (behind.get(room) ?? new Set()).add(id));
    } catch (error) {
      onFailure(error);
    }
  }

  function catchUp(): void {
    for (const [room, ids] of behind) {
      const ready = [...ids].filter(isReady);
      for (const id of ready) ids.delete(id);
      if (ids.size === 0) behind.delete(room);
      if (ready.length > 0) giveEverything(room, ready);
    }
  }

  function giveEverything(room: string, ids: readonly string[]): void {
    const json = everything(room);
    if (json !== undefined) void slices.run(give(room, json, ids));
  }

  /** Who has gone is ready, too: nothing more is owed to them. */
  function isReady(id: string): boolean {
    const to = connection(id);
    return !to || isKeepingUp(to);
  }

  return {
    async send(frames) {
      await Promise.all(frames.map(([room, json]) => slices.run(give(room, json, members(room)))));
    },
    close() {
      clearInterval(timer);
      slices.close();
    },
  };
}
