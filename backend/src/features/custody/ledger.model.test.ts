import { createTestDatabase, type TestDatabase } from '@qafila/db/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { after, createModel, type Model, type Step } from '../../testing/ledger-model/model.ts';
import { createRealLedger, type RealLedger, readLots, take } from '../../testing/ledger-model/real.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { ledgerFaults } from './index.ts';

const SIZE = { lots: 2, vehicles: 2, promised: 30, capacity: 20 };

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.db);
});
afterAll(() => database.drop());

const lot = fc.nat(SIZE.lots - 1);
const vehicle = fc.nat(SIZE.vehicles - 1);
const many = fc.integer({ min: 4, max: 16 });
const quantity = fc.integer({ min: 1, max: 6 });
const few = fc.nat(2);

/** Weighted so that goods come in and get aboard often enough for the later steps to have something to do. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('receive' as const), lot, quantity: many }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('allot' as const), lot, vehicle, quantity }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release' as const), lot, vehicle, quantity }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('load' as const), lot, vehicle, quantity }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unload' as const), lot, vehicle, quantity }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      lot,
      vehicle,
      good: few,
      damaged: few,
      missing: few,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('giveBack' as const), lot, quantity }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('correct' as const), lot, quantity }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('miscount' as const), lot, quantity }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('writeOff' as const),
      as: fc.constantFrom('damaged' as const, 'missing' as const),
      lot,
      quantity,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('replay' as const),
      which: fc.nat(50),
      isAltered: fc.boolean(),
    }),
  },
);
const steps = fc.array(step, { minLength: 40, maxLength: 80, size: 'max' });

/** What the model says of a step, and what it leaves. A replay leaves all as it is; an altered one is refused. */
function foresee(model: Model, it: Step, ledger: RealLedger): { model: Model; isAllowed: boolean } {
  if (it.kind === 'replay') {
    const somethingMoved = ledger.done.some((transfers) => transfers.length > 0);
    return { model, isAllowed: !(it.isAltered && somethingMoved) };
  }
  const next = after(model, it);
  return { model: next ?? model, isAllowed: next !== undefined };
}

test('whatever is done in whatever order, the books do what arithmetic says and agree', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const ledger = await createRealLedger(world, SIZE);
      let model = createModel(SIZE);
      for (const it of sequence) {
        const foreseen = foresee(model, it, ledger);
        expect({ it, isAllowed: await take(ledger, it) }).toEqual({ it, isAllowed: foreseen.isAllowed });
        model = foreseen.model;
      }
      expect(await readLots(ledger)).toEqual(model.lots);
      expect(await ledgerFaults(world.db)).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('whoever acts at once, nothing goes below zero or above its bound and the books agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 4 }), async (people) => {
      const ledger = await createRealLedger(world, SIZE);
      await Promise.all(
        people.map(async (sequence) => {
          for (const it of sequence) await take(ledger, it);
        }),
      );
      for (const state of await readLots(ledger)) {
        expect(state.received).toBeLessThanOrEqual(SIZE.promised);
        expect(state.onHand).toBeGreaterThanOrEqual(0);
      }
      expect(await ledgerFaults(world.db)).toEqual([]);
    }),
    { numRuns: 3 },
  );
}, 120_000);
