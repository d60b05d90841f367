import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FillInput, type FreeRoom, fits, type OpenNeed, proposeFill } from './fill.ts';

const ITEMS = ['blanket', 'rice', 'tent'] as const;
const WEIGHT_G = { blanket: 1_750, rice: 1_000, tent: 55_000 };
const VOLUME_ML = { blanket: 11_250, rice: 1_250, tent: 281_750 };
const SITES = ['haffeh', 'kasab'] as const;

function need(given: Partial<OpenNeed> & { itemId?: (typeof ITEMS)[number] } = {}): OpenNeed {
  const itemId = given.itemId ?? 'blanket';
  const siteId = given.siteId ?? 'haffeh';
  return {
    stopId: `stop-${siteId}`,
    siteId,
    itemId,
    priority: 2,
    neededBy: new Date('2020-10-15T00:00:00Z'),
    open: 100,
    unitWeightG: WEIGHT_G[itemId],
    unitVolumeMl: VOLUME_ML[itemId],
    ...given,
  };
}

const anyInput: fc.Arbitrary<FillInput> = fc.record({
  needs: fc
    .uniqueArray(
      fc.record({
        siteId: fc.constantFrom(...SITES),
        itemId: fc.constantFrom(...ITEMS),
        priority: fc.integer({ min: 1, max: 3 }),
        day: fc.integer({ min: 10, max: 28 }),
        open: fc.integer({ min: 1, max: 500 }),
      }),
      { selector: (it) => `${it.siteId}|${it.itemId}` },
    )
    .map((needs) =>
      needs.map(({ day, ...it }) => need({ ...it, neededBy: new Date(`2020-10-${day}T00:00:00Z`) })),
    ),
  stock: fc
    .array(
      fc.record({
        itemId: fc.constantFrom(...ITEMS),
        free: fc.integer({ min: 1, max: 400 }),
        needSiteId: fc.constantFrom(null, ...SITES),
        expiresOn: fc.constantFrom(null, '2020-12-01', '2021-03-01'),
      }),
      { maxLength: 8 },
    )
    .map((lots) => lots.map((lot, index) => ({ ...lot, accountId: index + 1 }))),
  rooms: fc
    .array(
      fc.record({
        freeWeightG: fc.integer({ min: 0, max: 2_000_000 }),
        freeVolumeMl: fc.integer({ min: 0, max: 9_000_000 }),
      }),
      { maxLength: 4 },
    )
    .map((rooms) => rooms.map((room, index) => ({ ...room, id: `vehicle-${index + 1}` }))),
});

const sum = (numbers: number[]) => numbers.reduce((total, it) => total + it, 0);

/** What the vehicles could still take once the lines ride on them. */
function roomsAfter(input: FillInput, lines: ReturnType<typeof proposeFill>['lines']): FreeRoom[] {
  return input.rooms.map((room) => {
    const riding = lines.filter((line) => line.convoyVehicleId === room.id);
    const units = riding.map((line) => ({ ...line, ...unitOf(input, line.accountId) }));
    return {
      id: room.id,
      freeWeightG: room.freeWeightG - sum(units.map((it) => it.quantity * it.weightG)),
      freeVolumeMl: room.freeVolumeMl - sum(units.map((it) => it.quantity * it.volumeMl)),
    };
  });
}

function unitOf(input: FillInput, accountId: number): { weightG: number; volumeMl: number } {
  const itemId = input.stock.find((it) => it.accountId === accountId)?.itemId as (typeof ITEMS)[number];
  return { weightG: WEIGHT_G[itemId], volumeMl: VOLUME_ML[itemId] };
}

describe('a fill proposal, whatever the needs, stock and vehicles', () => {
  test('never takes more of a lot than is free, and only whole units', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { lines } = proposeFill(input);
        for (const lot of input.stock) {
          const taken = lines.filter((line) => line.accountId === lot.accountId);
          expect(sum(taken.map((line) => line.quantity))).toBeLessThanOrEqual(lot.free);
        }
        expect(lines.every((line) => Number.isInteger(line.quantity) && line.quantity > 0)).toBe(true);
      }),
    );
  });

  test('never puts more weight or volume on a vehicle than it takes', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const room of roomsAfter(input, proposeFill(input).lines)) {
          expect(room.freeWeightG).toBeGreaterThanOrEqual(0);
          expect(room.freeVolumeMl).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('accounts for every unit of every open need: placed, or not placed and why', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { lines, unplaced } = proposeFill(input);
        const itemOf = new Map(input.stock.map((lot) => [lot.accountId, lot.itemId]));
        for (const { stopId, itemId, open } of input.needs) {
          const placed = lines.filter((it) => it.stopId === stopId && itemOf.get(it.accountId) === itemId);
          const rest = unplaced.filter((it) => it.stopId === stopId && it.itemId === itemId);
          expect(sum([...placed, ...rest].map((it) => it.quantity))).toBe(open);
        }
      }),
    );
  });

  test('leaves nothing behind for want of room while a vehicle still has room for one more', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { lines, unplaced } = proposeFill(input);
        const rooms = roomsAfter(input, lines);
        for (const { stopId, itemId } of unplaced.filter((it) => it.why !== 'no_stock')) {
          const unit = input.needs.find((it) => it.stopId === stopId && it.itemId === itemId) as OpenNeed;
          expect(rooms.every((room) => fits(room, unit) === 0)).toBe(true);
        }
      }),
    );
  });

  test('never sends goods given for one destination to another', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const line of proposeFill(input).lines) {
          const lot = input.stock.find((it) => it.accountId === line.accountId);
          expect([null, line.stopId.replace('stop-', '')]).toContain(lot?.needSiteId);
        }
      }),
    );
  });

  test('gives a need the same whether or not less pressing ones exist', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const pressing = input.needs.filter((it) => it.priority === 1);
        const stops = (lines: ReturnType<typeof proposeFill>['lines'], needs: FillInput['needs']) =>
          lines.filter((line) =>
            needs.some(
              (it) =>
                it.stopId === line.stopId &&
                it.itemId === input.stock.find((lot) => lot.accountId === line.accountId)?.itemId,
            ),
          );
        const alone = proposeFill({ ...input, needs: pressing }).lines;
        expect(stops(proposeFill(input).lines, pressing)).toEqual(alone);
      }),
    );
  });
});

describe('a fill proposal', () => {
  const room = { id: 'truck', freeWeightG: 9_000_000, freeVolumeMl: 32_000_000 };
  const lot = { accountId: 1, itemId: 'blanket', free: 150, needSiteId: null, expiresOn: null };

  test('answers the life-saving need first, then the earlier', () => {
    const needs = [
      need({ siteId: 'haffeh', priority: 2, neededBy: new Date('2020-10-11T00:00:00Z') }),
      need({ siteId: 'kasab', priority: 1 }),
    ];
    const { lines, unplaced } = proposeFill({ needs, stock: [lot], rooms: [room] });
    expect(lines.map(({ stopId, quantity }) => [stopId, quantity])).toEqual([
      ['stop-kasab', 100],
      ['stop-haffeh', 50],
    ]);
    expect(unplaced).toEqual([{ stopId: 'stop-haffeh', itemId: 'blanket', quantity: 50, why: 'no_stock' }]);
  });

  test('uses what was given for the destination before what was given to all, and what expires first', () => {
    const stock = [
      { ...lot, accountId: 1, free: 40, expiresOn: '2021-03-01' },
      { ...lot, accountId: 2, free: 40, expiresOn: '2020-12-01' },
      { ...lot, accountId: 3, free: 40, needSiteId: 'haffeh' },
    ];
    const { lines } = proposeFill({ needs: [need()], stock, rooms: [room] });
    expect(lines.map((line) => [line.accountId, line.quantity])).toEqual([
      [3, 40],
      [2, 40],
      [1, 20],
    ]);
  });

  test('says which capacity was too tight', () => {
    const tents = need({ itemId: 'tent', open: 30 });
    const stock = [{ ...lot, itemId: 'tent', free: 30 }];
    const byVolume = proposeFill({ needs: [tents], stock, rooms: [{ ...room, freeVolumeMl: 3_700_000 }] });
    expect(byVolume.lines[0]?.quantity).toBe(13);
    expect(byVolume.unplaced).toMatchObject([{ quantity: 17, why: 'no_volume' }]);
    const byWeight = proposeFill({ needs: [tents], stock, rooms: [{ ...room, freeWeightG: 550_000 }] });
    expect(byWeight.lines[0]?.quantity).toBe(10);
    expect(byWeight.unplaced).toMatchObject([{ quantity: 20, why: 'no_weight' }]);
  });
});
