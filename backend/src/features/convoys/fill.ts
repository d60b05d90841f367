/** What a stop still wants of an item, over what is delivered there or already rides to it. */
export type OpenNeed = {
  stopId: string;
  siteId: string;
  itemId: string;
  /** 1 life-saving · 2 urgent · 3 useful. */
  priority: number;
  neededBy: Date;
  open: number;
  unitWeightG: number;
  unitVolumeMl: number;
};

/** Free goods of one lot at the convoy's origin. */
export type FreeStock = {
  accountId: number;
  itemId: string;
  free: number;
  /** The destination they were given for; null when given to the campaign at large. */
  needSiteId: string | null;
  expiresOn: string | null;
};

export type FreeRoom = { id: string; freeWeightG: number; freeVolumeMl: number };

export type FillInput = {
  needs: readonly OpenNeed[];
  stock: readonly FreeStock[];
  rooms: readonly FreeRoom[];
};

export type FilledLine = { convoyVehicleId: string; stopId: string; accountId: number; quantity: number };
export type Why = 'no_stock' | 'no_weight' | 'no_volume';
export type Unplaced = { stopId: string; itemId: string; quantity: number; why: Why };

/**
 * Proposes lines that answer open needs, the most pressing first, in whole units, within stock and within the
 * tighter of weight and volume. Goods given for a destination go there and nowhere else. What finds no place is
 * told, with the reason: first what stock lacks, then what the vehicles cannot take.
 */
export function proposeFill(input: FillInput): { lines: FilledLine[]; unplaced: Unplaced[] } {
  const stock = input.stock.map((it) => ({ ...it }));
  const rooms = input.rooms.map((it) => ({ ...it }));
  const lines: FilledLine[] = [];
  const unplaced: Unplaced[] = [];
  for (const need of input.needs.toSorted(byUrgency)) {
    const lots = stock.filter((it) => suits(it, need)).toSorted((a, b) => byUse(a, b));
    const inStock = lots.reduce((sum, lot) => sum + lot.free, 0);
    let left = need.open;
    for (const lot of lots) {
      for (const room of rooms) {
        const quantity = Math.min(left, lot.free, fits(room, need));
        if (quantity <= 0) continue;
        lines.push({ convoyVehicleId: room.id, stopId: need.stopId, accountId: lot.accountId, quantity });
        left -= quantity;
        lot.free -= quantity;
        room.freeWeightG -= quantity * need.unitWeightG;
        room.freeVolumeMl -= quantity * need.unitVolumeMl;
      }
    }
    unplaced.push(...explain(need, left, Math.min(left, Math.max(0, need.open - inStock)), rooms));
  }
  return { lines, unplaced };
}

/** How many more units the vehicle takes. */
export function fits(room: FreeRoom, unit: Pick<OpenNeed, 'unitWeightG' | 'unitVolumeMl'>): number {
  return Math.max(0, Math.min(byWeight(room, unit), byVolume(room, unit)));
}

function suits(lot: FreeStock, need: OpenNeed): boolean {
  return lot.itemId === need.itemId && (lot.needSiteId === null || lot.needSiteId === need.siteId);
}

function byUrgency(a: OpenNeed, b: OpenNeed): number {
  return a.priority - b.priority || a.neededBy.getTime() - b.neededBy.getTime();
}

/** Goods given for this destination first, then those that expire first. */
function byUse(a: FreeStock, b: FreeStock): number {
  return (
    Number(a.needSiteId === null) - Number(b.needSiteId === null) ||
    compare(a.expiresOn ?? '9999', b.expiresOn ?? '9999') ||
    a.accountId - b.accountId
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function explain(need: OpenNeed, left: number, lacking: number, rooms: readonly FreeRoom[]): Unplaced[] {
  const { stopId, itemId } = need;
  const entries: Unplaced[] = [
    { stopId, itemId, quantity: lacking, why: 'no_stock' },
    { stopId, itemId, quantity: left - lacking, why: tighter(rooms, need) },
  ];
  return entries.filter((entry) => entry.quantity > 0);
}

/** Which capacity stops one more unit, over all the vehicles together. */
function tighter(rooms: readonly FreeRoom[], need: OpenNeed): Why {
  const sum = (units: number[]) => units.reduce((total, count) => total + count, 0);
  const volume = sum(rooms.map((room) => byVolume(room, need)));
  const weight = sum(rooms.map((room) => byWeight(room, need)));
  return volume < weight ? 'no_volume' : 'no_weight';
}

function byWeight(room: FreeRoom, unit: Pick<OpenNeed, 'unitWeightG'>): number {
  return Math.floor(room.freeWeightG / unit.unitWeightG);
}

function byVolume(room: FreeRoom, unit: Pick<OpenNeed, 'unitVolumeMl'>): number {
  return Math.floor(room.freeVolumeMl / unit.unitVolumeMl);
}
