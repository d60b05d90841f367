/** A vehicle on a convoy of a campaign, and the associations that may follow it. */
export type Followed = {
  vehicleNumber: number;
  campaignId: string;
  convoyId: string;
  associationIds: readonly string[];
};

export type Room = {
  readonly name: string;
  readonly campaignId: string;
  readonly vehicles: Set<number>;
  /** Vehicles to be told of in the next frame. */
  readonly pending: Set<number>;
  /** The newest of all its vehicles as JSON, until something of one is new. */
  fixes: string | undefined;
};

export type RoomBook = {
  find: (name: string) => Room | undefined;
  ofVehicle: (vehicleNumber: number) => readonly Room[];
  /** Rooms with vehicles to be told of. */
  waiting: () => Room[];
  /** Reads anew who follows which vehicle. */
  refresh: () => Promise<void>;
};

/** The room of all who may follow every vehicle of the campaign, or of one association's people. */
export function roomOf(campaignId: string, associationId: string | null): string {
  return associationId === null
    ? `campaign:${campaignId}`
    : `campaign:${campaignId}:association:${associationId}`;
}

/** The room of those who may follow one convoy and nothing else. */
export function convoyRoomOf(convoyId: string): string {
  return `convoy:${convoyId}`;
}

/**
 * Which vehicles are followed in which room.
 * @param tell hears of vehicles that are new in a room, and of those that were still to be told of
 */
export function createRoomBook(
  followed: () => Promise<readonly Followed[]>,
  tell: (room: Room, vehicleNumber: number) => void,
): RoomBook {
  let rooms: ReadonlyMap<string, Room> = new Map();
  let roomsOfVehicle: ReadonlyMap<number, readonly Room[]> = new Map();
  let refreshing: Promise<void> | undefined;
  let isStale = false;

  async function reread(): Promise<void> {
    do {
      isStale = false;
      const before = rooms;
      rooms = roomsFor(await followed());
      roomsOfVehicle = byVehicle(rooms.values());
      for (const room of rooms.values()) bringUp(room, before.get(room.name));
    } while (isStale);
  }

  function bringUp(room: Room, before: Room | undefined): void {
    for (const vehicleNumber of room.vehicles) {
      const isKnown = before?.vehicles.has(vehicleNumber) && !before.pending.has(vehicleNumber);
      if (!isKnown) tell(room, vehicleNumber);
    }
  }

  return {
    find: (name) => rooms.get(name),
    ofVehicle: (vehicleNumber) => roomsOfVehicle.get(vehicleNumber) ?? [],
    waiting: () => [...rooms.values()].filter((room) => room.pending.size > 0),
    refresh() {
      isStale = true;
      refreshing ??= reread().finally(() => {
        refreshing = undefined;
      });
      return refreshing;
    },
  };
}

function roomsFor(followed: readonly Followed[]): Map<string, Room> {
  const rooms = new Map<string, Room>();
  for (const { vehicleNumber, campaignId, convoyId, associationIds } of followed) {
    const audiences = [null, ...associationIds].map((associationId) => roomOf(campaignId, associationId));
    for (const name of [...audiences, convoyRoomOf(convoyId)]) {
      const room = rooms.get(name) ?? emptyRoom(name, campaignId);
      room.vehicles.add(vehicleNumber);
      rooms.set(name, room);
    }
  }
  return rooms;
}

function emptyRoom(name: string, campaignId: string): Room {
  return { name, campaignId, vehicles: new Set(), pending: new Set(), fixes: undefined };
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
