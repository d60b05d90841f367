import { type Pace, UNLEARNT_PACE } from '@qafila/contract';
import type { DrivenLeg } from './pace.repository.ts';

export type PlannedLeg = Pick<DrivenLeg, 'fromSiteId' | 'toSiteId' | 'distanceM'>;

/** What a lesson weighs against a convoy's own driving: found best by replaying trips. Hours. */
const LEARNT_HOURS = 5;
/** Fewer errors than this say nothing of how far off the next may be. */
const ERRORS_MIN = 5;
/** Four of five trips lie within the range. */
const WITHIN = 0.8;
const SPREAD = { least: 0.08, most: 0.5 };

/** What trips on the same legs teach of a road, or where none was driven, what all of them do. */
export function paceLearntFrom(driven: readonly DrivenLeg[]): (planned: readonly PlannedLeg[]) => Pace {
  if (driven.length === 0) return () => UNLEARNT_PACE;
  const spread = spreadOf(driven);
  return (planned) => {
    const known = planned.filter((leg) => leg.distanceM > 0);
    if (known.length === 0) return UNLEARNT_PACE;
    const kmhOf = (legs: readonly PlannedLeg[]): number =>
      sum(legs, (leg) => leg.distanceM / 1000) / sum(legs, (leg) => expectedHours(leg, driven));
    const kmh = kmhOf(known);
    const legKmh = planned.map((leg) => (leg.distanceM > 0 ? kmhOf([leg]) : kmh));
    return { kmh, legKmh, hours: LEARNT_HOURS, spread };
  };
}

function expectedHours(leg: PlannedLeg, driven: readonly DrivenLeg[]): number {
  const same = driven.filter((it) => isSameRoad(it, leg));
  const teaching = same.length > 0 ? same : driven;
  return leg.distanceM * (sum(teaching, (it) => it.hours) / sum(teaching, (it) => it.distanceM));
}

function isSameRoad(a: PlannedLeg, b: PlannedLeg): boolean {
  return a.fromSiteId === b.fromSiteId && a.toSiteId === b.toSiteId;
}

/** How far off each leg was from what the others would have foretold of it. */
function spreadOf(driven: readonly DrivenLeg[]): number {
  if (driven.length < ERRORS_MIN) return UNLEARNT_PACE.spread;
  const errors = driven
    .map((leg) => {
      const others = driven.filter((it) => it !== leg);
      return Math.abs(leg.hours / expectedHours(leg, others) - 1);
    })
    .sort((a, b) => a - b);
  const error = errors[Math.ceil(errors.length * WITHIN) - 1] ?? SPREAD.most;
  return Math.min(SPREAD.most, Math.max(SPREAD.least, error));
}

function sum<Each>(all: readonly Each[], amountOf: (each: Each) => number): number {
  return all.reduce((total, each) => total + amountOf(each), 0);
}
