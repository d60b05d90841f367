import type { FixTuple, PositionSnapshot } from '@qafila/contract';
import { create } from 'zustand';

export type Fixes = ReadonlyMap<number, FixTuple>;

export type PositionFrame = { campaignId: string; sequence: number; fixes: readonly FixTuple[] };

type LiveState = {
  readonly campaignId: string | null;
  /** Of the newest frame taken; null until a snapshot has come. */
  readonly sequence: number | null;
  /** Newest fix by vehicle number: one index that frames write into, another with every snapshot. */
  readonly fixes: Map<number, FixTuple>;
  /** What the last frame wrote into it. */
  readonly moved: readonly FixTuple[];
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
  moved: [],
  follow: (campaignId) => {
    if (get().campaignId !== campaignId) set({ campaignId, sequence: null, fixes: new Map(), moved: [] });
  },
  takeSnapshot: (campaignId, { sequence, fixes }) => {
    const known = get();
    if (known.campaignId !== campaignId) return;
    const held = fixes.flatMap(([number]) => {
      const fix = known.fixes.get(number);
      return fix ? [fix] : [];
    });
    const next = new Map<number, FixTuple>();
    takeNewer(next, [...held, ...fixes]);
    set({ sequence, fixes: next, moved: [] });
  },
  takeFrame: (frame) => {
    const { campaignId, sequence, fixes } = get();
    if (frame.campaignId !== campaignId) return true;
    const moved = takeNewer(fixes, frame.fixes);
    set({ moved, sequence: sequence === null ? null : Math.max(sequence, frame.sequence) });
    return sequence === null || frame.sequence <= sequence + 1;
  },
}));

/** Writes what is newer into the index, and answers it: what a frame costs does not grow with the vehicles there are. */
function takeNewer(known: Map<number, FixTuple>, arrived: readonly FixTuple[]): FixTuple[] {
  return arrived.filter((fix) => {
    const [number, atS] = fix;
    const held = known.get(number);
    if (held && held[1] > atS) return false;
    known.set(number, fix);
    return true;
  });
}
