import type { StockLine } from '@qafila/contract';
import { describe, expect, it } from 'vitest';
import { expiryMark, shelvesOf } from './shelves.ts';

const id = (number: number) => `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function line(
  number: number,
  siteNumber: number,
  itemNumber: number,
  it: Partial<StockLine> = {},
): StockLine {
  const place = { nameAr: `مستودع ${siteNumber}`, nameEn: `Warehouse ${siteNumber}` };
  return {
    accountId: number,
    site: { id: id(siteNumber), kind: 'warehouse', ...place, governorateCode: 'SY01', lat: 33.5, lng: 36.3 },
    lotId: id(100 + number),
    lotCode: `L-${number}`,
    item: {
      id: id(200 + itemNumber),
      code: `ITEM${itemNumber}`,
      nameAr: `مادة ${itemNumber}`,
      nameEn: `Item ${itemNumber}`,
      category: 'food',
      unit: 'kilogram',
      unitWeightG: 1000,
      unitVolumeMl: 1000,
    },
    association: { id: id(300), nameAr: 'جمعية', nameEn: 'Association' },
    pledgeId: id(400),
    needSiteId: null,
    expiresOn: null,
    receivedAt: `2026-10-0${number}T08:00:00.000Z`,
    onHand: 10,
    allotted: 4,
    free: 6,
    ...it,
  };
}

describe('stock on the shelves', () => {
  it('groups lots by warehouse and item and adds them up', () => {
    const [first, second] = shelvesOf([
      line(1, 1, 1),
      line(2, 2, 1, { onHand: 500 }),
      line(3, 1, 1),
      line(4, 1, 2),
    ]);
    expect(first?.weightKg).toBe(500);
    expect(second?.shelves.map(({ onHand, allotted, free }) => [onHand, allotted, free])).toEqual([
      [20, 8, 12],
      [10, 4, 6],
    ]);
  });

  it('puts what expires first in front, and what keeps last, oldest first', () => {
    const [site] = shelvesOf([
      line(3, 1, 1),
      line(2, 1, 1),
      line(1, 1, 1, { expiresOn: '2027-01-01' }),
      line(4, 1, 1, { expiresOn: '2026-12-01' }),
    ]);
    expect(site?.shelves[0]?.lots.map((lot) => lot.lotCode)).toEqual(['L-4', 'L-1', 'L-2', 'L-3']);
  });
});

describe('the expiry mark', () => {
  it('warns from thirty days before, and says expired from the day after the last', () => {
    expect(expiryMark(null, '2026-10-14')).toBe('none');
    expect(expiryMark('2026-10-13', '2026-10-14')).toBe('expired');
    expect(expiryMark('2026-10-14', '2026-10-14')).toBe('soon');
    expect(expiryMark('2026-11-13', '2026-10-14')).toBe('soon');
    expect(expiryMark('2026-11-14', '2026-10-14')).toBe('later');
  });
});
