import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../shared/api/errors.ts';
import {
  testConvoy,
  testId,
  testItem,
  testSite,
  testStop,
  testVehicle,
} from '../../shared/testing/convoys.ts';
import { loadOf, takeable, totalOf, unitsThatFit } from './capacity.ts';
import { leftOutByReason, lifeSavingClosed, needsToFill, type Proposal, takeFromLots } from './open-needs.ts';
import { onVehicle, refusedOf } from './refusal.ts';
import { testNeed, testStock } from './testing.ts';

const blanket = testItem();
const rice = testItem({ code: 'FOODRICE', unitWeightG: 1_000, unitVolumeMl: 1_250 });
const haffa = testSite();
const origin = testSite({ kind: 'warehouse' });
const stop = testStop({ site: haffa });
const convoy = testConvoy({ origin, stops: [stop] });

function proposal(fields: Partial<Proposal> = {}): Proposal {
  return { lines: [], unplaced: [], weightKg: 0, volumeM3: 0, ...fields };
}

const unplaced = (item: typeof blanket, quantity: number) => ({
  stopId: stop.id,
  item,
  quantity,
  why: 'no_stock' as const,
});

describe('open needs of the stops', () => {
  it('are as large as what a fill would place and what it could not', () => {
    const needs = [testNeed({ site: haffa, item: blanket })];
    const line = {
      convoyVehicleId: testId(),
      stopId: stop.id,
      accountId: 1,
      quantity: 30,
      item: blanket,
      lotCode: 'L-0001',
      association: { id: testId(), nameAr: '', nameEn: '' },
    };
    const known = {
      convoy,
      needs,
      stock: [],
      proposal: proposal({ lines: [line], unplaced: [unplaced(blanket, 12)] }),
    };
    expect(needsToFill(known)[0]?.needs[0]?.open).toBe(42);
  });

  it('leave out what is answered, and put the most pressing first', () => {
    const needs = [
      testNeed({ site: haffa, item: rice, priority: 3 }),
      testNeed({ site: haffa, item: blanket, priority: 1 }),
      testNeed({ site: haffa, item: testItem(), priority: 1 }),
    ];
    const known = {
      convoy,
      needs,
      stock: [],
      proposal: proposal({ unplaced: [unplaced(rice, 5), unplaced(blanket, 7)] }),
    };
    expect(needsToFill(known)[0]?.needs.map((it) => it.need.item.id)).toEqual([blanket.id, rice.id]);
  });

  it('offer lots of the origin given for this stop first, and never those given for another', () => {
    const own = testStock({ site: origin, item: blanket, needSiteId: haffa.id, expiresOn: '2027-01-01' });
    const soon = testStock({ site: origin, item: blanket, expiresOn: '2026-11-01' });
    const keeps = testStock({ site: origin, item: blanket });
    const others = [
      testStock({ site: origin, item: blanket, needSiteId: testId() }),
      testStock({ item: blanket }),
      testStock({ site: origin, item: blanket, free: 0 }),
      testStock({ site: origin, item: rice }),
    ];
    const stock = [keeps, soon, ...others, own];
    const needs = [testNeed({ site: haffa, item: blanket })];
    const [first] = needsToFill({
      convoy,
      needs,
      stock,
      proposal: proposal({ unplaced: [unplaced(blanket, 9)] }),
    });
    expect(first?.needs[0]?.lots.map((lot) => lot.accountId)).toEqual(
      [own, soon, keeps].map((lot) => lot.accountId),
    );
    expect(first?.needs[0]?.free).toBe(300);
  });

  it('count which life-saving ones a proposal closes', () => {
    const needs = [
      testNeed({ site: haffa, item: blanket, priority: 1 }),
      testNeed({ site: haffa, item: rice, priority: 1 }),
    ];
    const given = proposal({ unplaced: [unplaced(rice, 5)] });
    const stops = [{ stop, needs: needs.map((need) => ({ stop, need, open: 5, lots: [], free: 0 })) }];
    expect(lifeSavingClosed(stops, given)).toEqual({ closed: 1, of: 2 });
  });
});

describe('what a proposal leaves out', () => {
  it('is told by reason and added up by item over all stops', () => {
    const given = proposal({
      unplaced: [
        unplaced(rice, 5),
        { ...unplaced(rice, 7), stopId: testId() },
        { ...unplaced(blanket, 3), why: 'no_volume' },
      ],
    });
    expect(leftOutByReason(given)).toEqual([
      { why: 'no_stock', items: [{ item: rice, quantity: 12 }] },
      { why: 'no_volume', items: [{ item: blanket, quantity: 3 }] },
    ]);
  });
});

describe('taking from lots', () => {
  it('never takes more than is open in all, nor than is free of a lot', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.array(fc.nat(1_000), { maxLength: 8 }), (open, free) => {
        const lots = free.map((quantity) => testStock({ free: quantity }));
        const taken = takeFromLots(open, lots);
        const sum = [...taken.values()].reduce((total, quantity) => total + quantity, 0);
        const all = free.reduce((total, quantity) => total + quantity, 0);
        expect(sum).toBe(Math.min(open, all));
        for (const lot of lots) expect(taken.get(lot.accountId)).toBeLessThanOrEqual(lot.free);
      }),
    );
  });
});

describe('capacity', () => {
  it('is bound by the tighter of weight and volume, in whole units', () => {
    const tent = testItem({ unitWeightG: 55_000, unitVolumeMl: 281_750 });
    const vehicle = testVehicle({ maxVolumeMl: 18_000_000, plannedVolumeMl: 14_200_000 });
    expect(unitsThatFit(vehicle, tent)).toBe(13);
    expect(unitsThatFit({ ...vehicle, plannedWeightG: 9_000_000 }, tent)).toBe(0);
  });

  it('adds up over lines and over vehicles', () => {
    expect(loadOf([{ quantity: 10, item: rice }])).toEqual({ weightG: 10_000, volumeMl: 12_500 });
    const vehicles = [testVehicle({ plannedWeightG: 5 }), testVehicle({ plannedWeightG: 7 })];
    expect(totalOf(vehicles)).toMatchObject({ maxWeightG: 18_000_000, plannedWeightG: 12 });
  });
});

describe('a refused addition', () => {
  const convoyVehicleId = testId();
  const lines = [120, 60].map((quantity, index) => ({
    convoyVehicleId,
    stopId: stop.id,
    accountId: index + 1,
    quantity,
  }));
  const addition = { item: blanket, stopId: stop.id, convoyVehicleId, lines };
  const problem = (code: 'above_volume' | 'above_stock' | 'manifest_fixed', values: Record<string, number>) =>
    new ApiProblem({
      type: '',
      title: '',
      status: 409,
      code,
      values,
      errors: [{ path: 'lines.1.quantity', code, message: code }],
    });

  it('offers the lines before the refused one, and of that one what fits', () => {
    expect(refusedOf(problem('above_volume', { fits: 13 }), addition)).toMatchObject({
      limit: 'above_volume',
      takeable: [{ quantity: 120 }, { quantity: 13 }],
    });
    expect(takeable(lines, 0, 0)).toEqual([]);
  });

  it('takes what is free as what would do when stock was the limit', () => {
    const refused = refusedOf(problem('above_stock', { available: 20 }), addition);
    expect(refused?.takeable.map((line) => line.quantity)).toEqual([120, 20]);
  });

  it('is not made of any other refusal', () => {
    expect(refusedOf(problem('manifest_fixed', {}), addition)).toBeUndefined();
    expect(refusedOf(new Error('offline'), addition)).toBeUndefined();
  });

  it('can go to another vehicle whole', () => {
    const other = onVehicle(addition, 'other');
    expect(other.lines.map((line) => line.convoyVehicleId)).toEqual(['other', 'other']);
    expect(other.lines.map((line) => line.quantity)).toEqual([120, 60]);
  });
});
