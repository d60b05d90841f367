import { type Fix, LIMITS } from '@qafila/contract';
import { isReachable } from './fix.ts';

/** Fixes that agree with each other before a vehicle is believed to have jumped. */
export const CONFIRMING_FIXES = 3;

type State = {
  readonly current: Fix;
  /** Newer than the current fix, out of its reach, in time order, each within reach of the one before. */
  readonly doubted: readonly Fix[];
};

export type SeenFix = { vehicleNumber: number; fix: Fix; flags: number };
/** As the database has it; `alarm` is what the tracker raised with it, such as `sos`. */
export type StoredFix = SeenFix & { alarm: string | null };

/** What a batch would change; nothing has changed until it is kept. */
export type Judgement = {
  /** The new current fix of each vehicle that moved. */
  readonly moved: ReadonlyMap<number, Fix>;
  readonly keep: () => void;
};

/** The newest good fix of every vehicle: the live marker. */
export type Fleet = {
  load: (rows: Iterable<readonly [number, Fix]>) => void;
  judge: (batch: readonly SeenFix[]) => Judgement;
  newest: (vehicleNumber: number) => Fix | undefined;
};

export function createFleet(
  plausibleSpeedOf: (vehicleNumber: number) => number = () => LIMITS.plausibleSpeedMps,
): Fleet {
  const states = new Map<number, State>();
  return {
    load(rows) {
      for (const [vehicleNumber, current] of rows) states.set(vehicleNumber, { current, doubted: [] });
    },
    judge(batch) {
      const drafts = new Map<number, State>();
      for (const { vehicleNumber, fix, flags } of batch) {
        if (flags !== 0) continue;
        const before = drafts.get(vehicleNumber) ?? states.get(vehicleNumber);
        drafts.set(vehicleNumber, advance(before, fix, plausibleSpeedOf(vehicleNumber)));
      }
      return {
        moved: movedIn(drafts, states),
        keep() {
          for (const [vehicleNumber, state] of drafts) states.set(vehicleNumber, state);
        },
      };
    },
    newest: (vehicleNumber) => states.get(vehicleNumber)?.current,
  };
}

function movedIn(drafts: ReadonlyMap<number, State>, states: ReadonlyMap<number, State>): Map<number, Fix> {
  const moved = new Map<number, Fix>();
  for (const [vehicleNumber, { current }] of drafts) {
    if (states.get(vehicleNumber)?.current !== current) moved.set(vehicleNumber, current);
  }
  return moved;
}

/** Never back in time; out of reach only when enough fixes in a row say so. */
function advance(state: State | undefined, fix: Fix, speedMps: number): State {
  if (!state) return { current: fix, doubted: [] };
  if (fix.recordedAtMs <= state.current.recordedAtMs) return state;
  if (isReachable(state.current, fix, speedMps)) {
    return { current: fix, doubted: state.doubted.filter((it) => it.recordedAtMs > fix.recordedAtMs) };
  }
  if (state.doubted.some((it) => it.recordedAtMs === fix.recordedAtMs)) return state;
  const inOrder = [...state.doubted, fix].sort((a, b) => a.recordedAtMs - b.recordedAtMs);
  const doubted = agreeing(inOrder, speedMps);
  const newest = doubted.at(-1);
  if (doubted.length >= CONFIRMING_FIXES && newest) return { current: newest, doubted: [] };
  return { current: state.current, doubted };
}

/** The newest of the fixes, as far back as each is within reach of the next. */
function agreeing(fixes: readonly Fix[], speedMps: number): Fix[] {
  let start = fixes.length - 1;
  for (let later = fixes[start]; start > 0; start--) {
    const earlier = fixes[start - 1];
    if (!(earlier && later && isReachable(earlier, later, speedMps))) break;
    later = earlier;
  }
  return fixes.slice(Math.max(0, start));
}
