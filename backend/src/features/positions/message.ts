import { FIX_FLAGS, type FieldError, type Fix } from '@qafila/contract';
import { type FieldNames, flagsOf, type RawFix, toFix } from './fix.ts';

/** One report of a tracker, whichever protocol it came by. */
export type TrackerMessage =
  | { kind: 'fix'; fix: Fix; flags: number; alarm: string | null; attributes: string | null }
  /** Says something, but not where: taken, and nothing is stored. */
  | { kind: 'status' }
  | { kind: 'invalid'; errors: FieldError[] };

export const STATUS: TrackerMessage = { kind: 'status' };

type Surroundings = {
  names: FieldNames;
  receivedAtMs: number;
  alarm: string | null;
  attributes: string | null;
  /** The tracker itself doubts this fix. */
  isDoubted?: boolean;
};

export function fixMessage(
  raw: RawFix,
  { names, receivedAtMs, alarm, attributes, isDoubted }: Surroundings,
): TrackerMessage {
  const fix = toFix(raw, names, receivedAtMs);
  if (Array.isArray(fix)) return { kind: 'invalid', errors: fix };
  const flags = flagsOf(fix, receivedAtMs) | (isDoubted ? FIX_FLAGS.inaccurate : 0);
  return { kind: 'fix', fix, flags, alarm, attributes };
}
