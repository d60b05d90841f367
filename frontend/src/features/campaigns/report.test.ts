import type { Pledge } from '@qafila/contract';
import { describe, expect, it } from 'vitest';
import { totalsByAssociation, totalsByDestination } from './report.ts';

const item = (number: number) => ({
  id: `a0000000-0000-4000-8000-00000000000${number}`,
  code: `ITEM${number}`,
  nameAr: `مادة ${number}`,
  nameEn: `Item ${number}`,
  category: 'bedding' as const,
  unit: 'piece' as const,
  unitWeightG: 1000,
  unitVolumeMl: 1000,
});

/** What the totals read of a pledge. */
function pledge(association: number, itemNumber: number, accepted: number, it: object = {}): Pledge {
  const journey = { received: 0, delivered: 0, damaged: 0, missing: 0, ...it };
  return {
    association: { id: `association-${association}`, nameAr: `جمعية ${association}`, nameEn: '' },
    item: item(itemNumber),
    acceptedQuantity: accepted,
    cancelledQuantity: 0,
    journey,
  } as unknown as Pledge;
}

describe('totals of the report', () => {
  it('add up what each association gave of each item, to the unit', () => {
    const [first, second] = totalsByAssociation([
      pledge(2, 1, 10, { received: 10 }),
      pledge(1, 1, 100, { received: 100, delivered: 92, damaged: 6, missing: 2 }),
      pledge(1, 1, 20, { received: 5 }),
      pledge(1, 2, 7),
    ]);
    expect(first?.lines.map(({ item: of, ...line }) => [of.code, line])).toEqual([
      ['ITEM1', { pledged: 120, received: 105, delivered: 92, damaged: 6, missing: 2 }],
      ['ITEM2', { pledged: 7, received: 0, delivered: 0, damaged: 0, missing: 0 }],
    ]);
    expect(second?.lines[0]).toMatchObject({ pledged: 10, received: 10 });
  });

  it('leave out offers that nobody accepted', () => {
    expect(totalsByAssociation([pledge(1, 1, 0)])).toEqual([]);
  });

  it('are empty for a campaign without needs', () => {
    expect(totalsByDestination([])).toEqual([]);
  });
});
