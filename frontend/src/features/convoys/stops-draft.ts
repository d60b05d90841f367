import { LIMITS } from '@qafila/contract';
import type { QuantityValue } from '../../shared/ui/index.ts';

/** A stop as it is being typed; `key` holds its row together while it moves. */
export type StopDraft = {
  key: number;
  siteId: string | null;
  plannedArrivalAt: string | null;
  plannedHaltMin: QuantityValue;
};

/** To unload a truck or two. */
const USUAL_HALT_MIN = 60;

export function newStop(drafts: readonly StopDraft[]): StopDraft {
  return {
    key: Math.max(0, ...drafts.map((draft) => draft.key)) + 1,
    siteId: null,
    plannedArrivalAt: null,
    plannedHaltMin: USUAL_HALT_MIN,
  };
}

export function canAddStop(drafts: readonly StopDraft[]): boolean {
  return drafts.length < LIMITS.stopsPerConvoy;
}

/** The stop at `from` moved by `by` places; the same list where that leads over an end. */
export function moveStopBy<Item>(drafts: readonly Item[], from: number, by: -1 | 1): readonly Item[] {
  const to = from + by;
  const moved = drafts[from];
  if (moved === undefined || to < 0 || to >= drafts.length) return drafts;
  return drafts.toSpliced(from, 1).toSpliced(to, 0, moved);
}
