import type { Fix, FixTuple, PositionSnapshot } from '@qafila/contract';

/** A vehicle on a convoy of a campaign, and the associations that may follow it. */
export type Followed = { vehicleNumber: number; campaignId: string; associationIds: readonly string[] };
export type PositionFrame = { campaignId: string; sequence: number; fixes: FixTuple[] };

export type FeedDeps = {
  newest: (vehicleNumber: number) => Fix | undefined;
  /** Metres of its convoy's whole route that a vehicle has done. */
  progressOf: (vehicleNumber: number) => number | null;
  /** Vehicles that are on the way, as the database has them. */
  followed: () => Promise<readonly Followed[]>;
  emit: (room: string, frame: PositionFrame) => void;
};

export type Feed = {
  /** Passes on what has just been stored. */
  moved: (fixes: ReadonlyMap<number, Fix>) => void;
  /** What someone who joins the room must know to follow the frames from here on. */
  snapshot: (campaignId: string, associationId: string | null) => PositionSnapshot;
  /** Reads anew who follows which vehicle; call it when convoys or their cargo have changed. */
  refresh: () => Promise<void>;
  close: () => void;
};

/** Short enough that a map looks live, long enough to merge what many trackers say. */
const FRAME_EVERY_MS = 250;

/** The room of all who may follow every vehicle of the campaign, or of one association's people. */
export function roomOf(campaignId: string, associationId: string | null): string {
  return associationId === null
    ? `campaign:${campaignId}`
    : `campaign:${campaignId}:association:${associationId}`;
}

type Room = {
  readonly campaignId: string;
  readonly vehicles: Set<number>;
  /** Vehicles to be told of in the next frame. */
  readonly pending: Set<number>;
};

/**
 * Frames of newest positions per room: the first at once, then one every quarter second, so that the cost to viewers
 * grows with vehicles that moved, not with reports. Numbers begin at this process's birth in milliseconds: after a
 * restart they jump, and viewers ask again.
 */
export function createFeed({ newest, progressOf, followed, emit }: FeedDeps): Feed {
  const firstSequence = Date.now();
  const sequences = new Map<string, number>();
  let rooms: ReadonlyMap<string, Room> = new Map();
  let roomsOfVehicle: ReadonlyMap<number, readonly Room[]> = new Map();
  let timer: NodeJS.Timeout | undefined;
  let sentAtMs = Number.NEGATIVE_INFINITY;
  let refreshing: Promise<void> | undefined;
  let isStale = false;

  function moved(fixes: ReadonlyMap<number, Fix>): void {
    for (const vehicleNumber of fixes.keys()) {
      for (const room of roomsOfVehicle.get(vehicleNumber) ?? []) {
        room.pending.add(vehicleNumber);
        schedule();
      }
    }
  }

  function schedule(): void {
    // Even at once means after the trackers have had their answers.
    timer ??= setTimeout(send, Math.max(0, sentAtMs + FRAME_EVERY_MS - performance.now()));
  }

  function send(): void {
    timer = undefined;
    sentAtMs = performance.now();
    for (const [name, room] of rooms) {
      if (room.pending.size === 0) continue;
      const sequence = sequenceOf(name) + 1;
      sequences.set(name, sequence);
      emit(name, { campaignId: room.campaignId, sequence, fixes: newestOf(room.pending) });
      room.pending.clear();
    }
  }

  function sequenceOf(room: string): number {
    return sequences.get(room) ?? firstSequence;
  }

  function newestOf(vehicles: Iterable<number>): FixTuple[] {
    return [...vehicles].flatMap((vehicleNumber) => {
      const fix = newest(vehicleNumber);
      return fix ? [toTuple(vehicleNumber, fix, progressOf(vehicleNumber))] : [];
    });
  }

  async function reread(): Promise<void> {
    do {
      isStale = false;
      const next = roomsFor(await followed());
      for (const [name, room] of next) bringUp(room, rooms.get(name));
      rooms = next;
      roomsOfVehicle = byVehicle(next.values());
    } while (isStale);
  }

  /** What was waiting still waits, and who joins the room is shown where it is. */
  function bringUp(room: Room, before: Room | undefined): void {
    for (const [vehicleNumber] of newestOf(room.vehicles)) {
      if (before?.vehicles.has(vehicleNumber) && !before.pending.has(vehicleNumber)) continue;
      room.pending.add(vehicleNumber);
      schedule();
    }
  }

  return {
    moved,
    snapshot(campaignId, associationId) {
      const name = roomOf(campaignId, associationId);
      return { sequence: sequenceOf(name), fixes: newestOf(rooms.get(name)?.vehicles ?? []) };
    },
    refresh() {
      isStale = true;
      refreshing ??= reread().finally(() => {
        refreshing = undefined;
      });
      return refreshing;
    },
    close() {
      clearTimeout(timer);
    },
  };
}

function roomsFor(followed: readonly Followed[]): Map<string, Room> {
  const rooms = new Map<string, Room>();
  for (const { vehicleNumber, campaignId, associationIds } of followed) {
    for (const associationId of [null, ...associationIds]) {
      const name = roomOf(campaignId, associationId);
      const room = rooms.get(name) ?? { campaignId, vehicles: new Set(), pending: new Set() };
      room.vehicles.add(vehicleNumber);
      rooms.set(name, room);
    }
  }
  return rooms;
}

function byVehicle(rooms: Iterable<Room>): Map<number, Room[]> {
  const found = new Map<number, Room[]>();
  for (const room of rooms) {
    for (const vehicleNumber of room.vehicles) {
      found.set(vehicleNumber, [...(found.get(vehicleNumber) ?? []), room]);
    }
  }
  return found;
}

/** Metres and tenths are as fine as a map shows. */
function toTuple(vehicleNumber: number, fix: Fix, progressM: number | null): FixTuple {
  return [
    vehicleNumber,
    Math.round(fix.recordedAtMs / 1000),
    rounded(fix.lat, 100_000),
    rounded(fix.lng, 100_000),
    fix.speedMps === null ? null : rounded(fix.speedMps, 10),
    fix.headingDeg === null ? null : Math.round(fix.headingDeg) % 360,
    fix.batteryPct,
    progressM === null ? null : Math.round(progressM),
  ];
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
