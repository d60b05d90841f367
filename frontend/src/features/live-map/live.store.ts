import type { FixTuple, PositionSnapshot } from '@qafila/contract';
import { create } from 'zustand';

export type Fixes = ReadonlyMap<number, FixTuple>;

export type PositionFrame = { campaignId: string; sequence: number; fixes: readonly FixTuple[] };

type LiveState = {
  readonly campaignId: string | null;
  /** Of the newest frame taken; null until a snapshot has come. */
  readonly sequence: number | null;
  /** Newest fix by vehicle number. */
  readonly fixes: Fixes;
  /** Begins to follow a campaign; what was known of another is forgotten. */
  readonly follow: (campaignId: string) => void;
  /** The present as the server knows it: vehicles that are not in it have left. */
  readonly takeSnapshot: (campaignId: string, snapshot: PositionSnapshot) => void;
  /** False when frames between the last one and this were missed. */
  readonly takeFrame: (frame: PositionFrame) => boolean;
};

/** Where the vehicles of the followed campaign are. Fed by the socket; an older fix never replaces a newer one. */
export const useLive = create<LiveState>()((set, get) => ({
  campaignId: null,
  sequence: null,
  fixes: new Map(),
  follow: (campaignId) => {
    if (get().campaignId !== campaignId) set({ campaignId, sequence: null, fixes: new Map() });
  },
  takeSnapshot: (campaignId, { sequence, fixes }) => {
    const known = get();
    if (known.campaignId !== campaignId) return;
    const held = fixes.flatMap(([number]) => {
      const fix = known.fixes.get(number);
      return fix ? [fix] : [];
    });
    set({ sequence, fixes: newestOf(new Map(), [...held, ...fixes]) });
  },
  takeFrame: (frame) => {
    const { campaignId, sequence, fixes } = get();
    if (frame.campaignId !== campaignId) return true;
    set({ fixes: newestOf(fixes, frame.fixes) });
    if (sequence === null) return true;
    set({ sequence: Math.max(sequence, frame.sequence) });
    return frame.sequence <= sequence + 1;
  },
}));

function newestOf(known: Fixes, arrived: readonly FixTuple[]): Fixes {
  const next = new Map(known);
  for (const fix of arrived) {
    const [number, atS] = fix;
    const held = next.get(number);
    if (!held || held[1] <= atS) next.set(number, fix);
  }
  return next;
}
