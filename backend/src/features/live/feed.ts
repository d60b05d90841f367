import { createFixEncoder, type FixSources } from './fix-json.ts';
import { createRoomBook, type Followed, type Room } from './rooms.ts';

export type FeedDeps = FixSources & {
  /** Vehicles that are on the way, as the database has them. */
  followed: () => Promise<readonly Followed[]>;
  /** Whether anybody is in the room; for nobody no frame is made. */
  isHeard: (room: string) => boolean;
  /** Sends the JSON of a frame to each room; resolves when every viewer has been given theirs. */
  send: (frames: readonly (readonly [room: string, json: string])[]) => Promise<void>;
};

export type Feed = {
  /** Tells viewers what is new of these vehicles. */
  moved: (vehicleNumbers: Iterable<number>) => void;
  /** The JSON of what someone who joins the room must know to follow the frames from here on. */
  snapshot: (room: string) => string;
  /** The JSON of a frame that says as much to one who missed some; undefined when nothing is followed there. */
  everything: (room: string) => string | undefined;
  /** Reads anew who follows which vehicle; call it when convoys or their cargo have changed. */
  refresh: () => Promise<void>;
  close: () => void;
};

/** Short enough that a map looks live, long enough to merge what many trackers say. */
const FRAME_EVERY_MS = 100;

/**
 * Frames of newest positions per room: the first at once, then ten a second while viewers take them that fast, so that
 * the cost to viewers grows with vehicles that moved, not with reports. Numbers begin at this process's birth in
 * milliseconds: after a restart they jump, and viewers ask again.
 */
export function createFeed({ followed, isHeard, send, ...sources }: FeedDeps): Feed {
  const firstSequence = Date.now();
  const sequences = new Map<string, number>();
  const newestOf = createFixEncoder(sources);
  const rooms = createRoomBook(followed, tell);
  let timer: NodeJS.Timeout | undefined;
  let sentAtMs = Number.NEGATIVE_INFINITY;
  let isSending = false;
  let isClosed = false;

  function tell(room: Room, vehicleNumber: number): void {
    if (!sources.newest(vehicleNumber)) return;
    room.pending.add(vehicleNumber);
    room.fixes = undefined;
    schedule();
  }

  function schedule(): void {
    if (isSending || isClosed) return;
    // Even at once means after the trackers have had their answers.
    timer ??= setTimeout(sendFrames, Math.max(0, sentAtMs + FRAME_EVERY_MS - performance.now()));
  }

  function sendFrames(): void {
    timer = undefined;
    sentAtMs = performance.now();
    isSending = true;
    const waiting = rooms.waiting();
    for (const { name, pending } of waiting) if (!isHeard(name)) pending.clear();
    const heard = waiting.filter(({ pending }) => pending.size > 0);
    void send(heard.map((room) => [room.name, nextFrame(room)])).finally(() => {
      isSending = false;
      if (rooms.waiting().length > 0) schedule();
    });
  }

  function nextFrame(room: Room): string {
    sequences.set(room.name, sequenceOf(room.name) + 1);
    const fixes = newestOf(room.pending);
    room.pending.clear();
    return frameOf(room, fixes);
  }

  function frameOf({ name, campaignId }: Room, fixes: string): string {
    return `{"campaignId":"${campaignId}","sequence":${sequenceOf(name)},"fixes":[${fixes}]}`;
  }

  function allOf(room: Room): string {
    room.fixes ??= newestOf(room.vehicles);
    return room.fixes;
  }

  function sequenceOf(room: string): number {
    return sequences.get(room) ?? firstSequence;
  }

  return {
    moved(vehicleNumbers) {
      for (const vehicleNumber of vehicleNumbers) {
        for (const room of rooms.ofVehicle(vehicleNumber)) tell(room, vehicleNumber);
      }
    },
    snapshot(name) {
      const room = rooms.find(name);
      return `{"sequence":${sequenceOf(name)},"fixes":[${room ? allOf(room) : ''}]}`;
    },
    everything(name) {
      const room = rooms.find(name);
      return room && frameOf(room, allOf(room));
    },
    refresh: rooms.refresh,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
