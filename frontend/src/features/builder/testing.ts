import type { Need, StockLine } from '@qafila/contract';
import { testAssociation, testId, testItem, testSite } from '../../shared/testing/convoys.ts';

export function testNeed(fields: Partial<Need> = {}): Need {
  return {
    id: testId(),
    site: testSite(),
    item: testItem(),
    quantity: 100,
    priority: 2,
    neededBy: '2026-10-16T09:00:00Z',
    households: null,
    note: '',
    coverage: { needed: 100, delivered: 0, aboard: 0, onHand: 0, pledged: 0, gap: 100 },
    version: 1,
    ...fields,
  };
}

let accounts = 0;

export function testStock(fields: Partial<StockLine> = {}): StockLine {
  accounts += 1;
  return {
    accountId: accounts,
    site: testSite({ kind: 'warehouse' }),
    lotId: testId(),
    lotCode: `L-${String(accounts).padStart(4, '0')}`,
    item: testItem(),
    association: testAssociation(),
    pledgeId: testId(),
    needSiteId: null,
    expiresOn: null,
    receivedAt: '2026-10-12T09:00:00Z',
    onHand: 100,
    allotted: 0,
    free: 100,
    ...fields,
  };
}
