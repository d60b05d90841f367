import type { Coverage, CoverageKg } from '@qafila/contract';

/** From the firmest help to none, always in this order. */
export const COVERAGE_PARTS = ['delivered', 'aboard', 'onHand', 'pledged', 'gap'] as const;
export type CoveragePart = (typeof COVERAGE_PARTS)[number];

/** The five shares of what is needed, in any one unit. */
export type CoverageShares = Pick<Coverage, CoveragePart>;

export function sharesOfKg(kg: CoverageKg): CoverageShares {
  return {
    delivered: kg.deliveredKg,
    aboard: kg.aboardKg,
    onHand: kg.onHandKg,
    pledged: kg.pledgedKg,
    gap: kg.gapKg,
  };
}
