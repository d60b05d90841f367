import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCoverage, byUrgency, isDueSoon, surplusOf, withPledge } from './coverage.ts';
import { sampleItem, sampleNeed, sampleSite } from './testing.ts';

const anyCoverage = fc
  .record({
    delivered: fc.nat(1000),
    aboard: fc.nat(1000),
    onHand: fc.nat(1000),
    pledged: fc.nat(1000),
    needed: fc.integer({ min: 1, max: 5000 }),
  })
  .map((it) => ({
    ...it,
    gap: Math.max(0, it.needed - it.delivered - it.aboard - it.onHand - it.pledged),
  }));

describe('coverage', () => {
  it('always adds up: the shares and the gap make what is needed and the surplus', () => {
    fc.assert(
      fc.property(anyCoverage, (it) => {
        const shares = it.delivered + it.aboard + it.onHand + it.pledged + it.gap;
        expect(shares).toBe(it.needed + surplusOf(it));
      }),
    );
  });

  it('never closes more of a gap than there is, whatever is pledged', () => {
    fc.assert(
      fc.property(anyCoverage, fc.integer({ min: -10, max: 10_000 }), (it, quantity) => {
        const after = withPledge(it, quantity);
        expect(after.gap).toBe(Math.max(0, it.gap - Math.max(0, quantity)));
        expect(after.gap + after.pledged).toBe(it.gap + it.pledged);
      }),
    );
  });

  it('sums to nothing over no needs', () => {
    expect(addCoverage([])).toEqual({ needed: 0, delivered: 0, aboard: 0, onHand: 0, pledged: 0, gap: 0 });
  });
});

describe('urgency', () => {
  const now = Date.parse('2026-10-12T09:00:00.000Z');
  const [site, item] = [sampleSite(1), sampleItem(1)];

  it('marks a gap that falls due within 48 hours, and one that is past due', () => {
    expect(isDueSoon(sampleNeed(1, site, item, { neededBy: '2026-10-14T09:00:00.000Z' }), now)).toBe(true);
    expect(isDueSoon(sampleNeed(1, site, item, { neededBy: '2026-10-14T09:00:01.000Z' }), now)).toBe(false);
    expect(isDueSoon(sampleNeed(1, site, item, { neededBy: '2026-10-01T09:00:00.000Z' }), now)).toBe(true);
  });

  it('leaves a covered need alone, however near', () => {
    expect(isDueSoon(sampleNeed(1, site, item, { coverage: { delivered: 100, gap: 0 } }), now)).toBe(false);
  });

  it('puts life-saving before near, and near before large', () => {
    const useful = sampleNeed(1, site, item, { priority: 3, neededBy: '2026-10-13T00:00:00.000Z' });
    const later = sampleNeed(2, site, item, { priority: 1, neededBy: '2026-10-20T00:00:00.000Z' });
    const small = sampleNeed(3, site, item, { priority: 1, quantity: 5 });
    const large = sampleNeed(4, site, item, { priority: 1, quantity: 50 });
    expect([useful, later, small, large].sort(byUrgency)).toEqual([large, small, later, useful]);
  });
});
