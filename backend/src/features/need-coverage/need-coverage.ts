import type { Coverage, CoverageKg } from '@qafila/contract';
import type { CoverageRow } from './need-coverage.repository.ts';

/** From the hand back to the promise: what is nearer to the people counts first. */
const SHARES = ['delivered', 'aboard', 'onHand', 'pledged'] as const;

export function toCoverage({ needed, delivered, aboard, onHand, pledged, gap }: CoverageRow): Coverage {
  return { needed, delivered, aboard, onHand, pledged, gap };
}

/**
 * Coverage by weight over many needs. What exceeds one need covers no other, so each need's shares are cut at what
 * it needs; the five shares add up to what is needed.
 */
export function sumOfWeights(rows: readonly (Coverage & { unitWeightG: number })[]): CoverageKg {
  const sumG = { needed: 0, delivered: 0, aboard: 0, onHand: 0, pledged: 0, gap: 0 };
  for (const row of rows) {
    let open = row.needed;
    for (const share of SHARES) {
      const counted = Math.min(open, row[share]);
      sumG[share] += counted * row.unitWeightG;
      open -= counted;
    }
    sumG.gap += open * row.unitWeightG;
    sumG.needed += row.needed * row.unitWeightG;
  }
  return {
    neededKg: sumG.needed / 1000,
    deliveredKg: sumG.delivered / 1000,
    aboardKg: sumG.aboard / 1000,
    onHandKg: sumG.onHand / 1000,
    pledgedKg: sumG.pledged / 1000,
    gapKg: sumG.gap / 1000,
  };
}
