import type { Coverage, Need } from '@qafila/contract';

export const DUE_SOON_HOURS = 48;

const NOTHING: Coverage = { needed: 0, delivered: 0, aboard: 0, onHand: 0, pledged: 0, gap: 0 };

/** Only coverages in one unit may be added. */
export function addCoverage(coverages: readonly Coverage[]): Coverage {
  return coverages.reduce(
    (sum, it) => ({
      needed: sum.needed + it.needed,
      delivered: sum.delivered + it.delivered,
      aboard: sum.aboard + it.aboard,
      onHand: sum.onHand + it.onHand,
      pledged: sum.pledged + it.pledged,
      gap: sum.gap + it.gap,
    }),
    NOTHING,
  );
}

/** Coverages of several items, in kilograms: weight is what they have in common. */
export function coverageByWeight(needs: readonly Pick<Need, 'coverage' | 'item'>[]): Coverage {
  return addCoverage(
    needs.map(({ coverage, item }) => {
      const kg = (units: number) => (units * item.unitWeightG) / 1000;
      return {
        needed: kg(coverage.needed),
        delivered: kg(coverage.delivered),
        aboard: kg(coverage.aboard),
        onHand: kg(coverage.onHand),
        pledged: kg(coverage.pledged),
        gap: kg(coverage.gap),
      };
    }),
  );
}

/** What the coverage becomes when `quantity` more is pledged and accepted. */
export function withPledge(coverage: Coverage, quantity: number): Coverage {
  const fills = Math.min(Math.max(quantity, 0), coverage.gap);
  return { ...coverage, pledged: coverage.pledged + fills, gap: coverage.gap - fills };
}

/**
 * How much more stands ready than is needed. The shares then add up to more than the need, and the sum line says by
 * how much instead of showing an equation that is not true.
 */
export function surplusOf(coverage: Coverage): number {
  const standing = coverage.delivered + coverage.aboard + coverage.onHand + coverage.pledged;
  return Math.max(0, standing + coverage.gap - coverage.needed);
}

/** A gap that falls due soon, or is past due. */
export function isDueSoon(need: Pick<Need, 'neededBy' | 'coverage'>, nowMs: number): boolean {
  if (need.coverage.gap === 0) return false;
  return Date.parse(need.neededBy) - nowMs <= DUE_SOON_HOURS * 3_600_000;
}

/** Most urgent first: priority, then the date it falls due, then the larger gap. */
export function byUrgency(a: Need, b: Need): number {
  return (
    a.priority - b.priority ||
    Date.parse(a.neededBy) - Date.parse(b.neededBy) ||
    b.coverage.gap - a.coverage.gap ||
    a.id.localeCompare(b.id)
  );
}
