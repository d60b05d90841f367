import { FIX_FLAGS } from '@qafila/contract';
import { CONFIRMING_FIXES, isReachable } from '../../positions/index.ts';
import type { At, FoldFix, VehicleState } from './vehicle-state.ts';

/** Such a time says nothing of when it was. */
const TIMELESS = FIX_FLAGS.future | FIX_FLAGS.ancient;
/** Such a place is certainly wrong. */
const ELSEWHERE = FIX_FLAGS.nullIsland | FIX_FLAGS.outOfArea;
/** A place that may be off by more than this is a sign of life, and no more. */
const VAGUE_M = 250;

export function isTimeless({ flags }: Pick<FoldFix, 'flags'>): boolean {
  return (flags & TIMELESS) !== 0;
}

export type Belief = Pick<VehicleState, 'doubted' | 'unbelieved'> & {
  /** Fixes that are now believed, in time order: mostly this one. */
  readonly believed: readonly FoldFix[];
};

/** Out of reach of the last good place a fix is doubted, until enough in a row agree on another. */
export function believe(
  { last, doubted, unbelieved }: Pick<VehicleState, 'last' | 'doubted' | 'unbelieved'>,
  fix: FoldFix,
  speedMps: number,
): Belief {
  if ((fix.flags & ELSEWHERE) !== 0) return { believed: [], doubted, unbelieved: unbelieved + 1 };
  if (isVague(fix)) return { believed: [], doubted, unbelieved };
  if (!last || isWithinReach(last, fix, speedMps)) return { believed: [fix], doubted: [], unbelieved: 0 };
  const before = doubted.at(-1);
  const agreeing = before && isWithinReach(before, fix, speedMps) ? [...doubted, fix] : [fix];
  if (agreeing.length >= CONFIRMING_FIXES) return { believed: agreeing, doubted: [], unbelieved: 0 };
  return { believed: [], doubted: agreeing, unbelieved: unbelieved + 1 };
}

function isVague({ flags, accuracyM }: FoldFix): boolean {
  return (flags & FIX_FLAGS.inaccurate) !== 0 || (accuracyM !== null && accuracyM > VAGUE_M);
}

function isWithinReach(from: At, to: At, speedMps: number): boolean {
  return isReachable(placed(from), placed(to), speedMps);
}

function placed({ atMs, lat, lng }: At) {
  return { recordedAtMs: atMs, lat, lng };
}
