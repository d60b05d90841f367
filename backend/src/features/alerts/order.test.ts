import { createTestDatabase, type TestDatabase } from '@qafila/db/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';
import { AlertEngine } from './engine.ts';
import { episodesOf } from './fold/episodes.ts';
import { step } from './fold/step.ts';
import { type FoldFix, UNSEEN } from './fold/vehicle-state.ts';
import { FollowedVehicle } from './followed-vehicle.ts';
import {
  adventures,
  asStored,
  at,
  commit,
  deliveries,
  fixAt,
  fixesOf,
  type PlacedConvoy,
  placeConvoy,
  tripOf,
} from './testing.ts';

describe('in memory', () => {
  const trip = tripOf();
  const vehicle = trip.vehicles[0] ?? { id: '', number: 0, plausibleSpeedMps: 0 };

  test('any order and any repetition of the same fixes comes to the same', () => {
    const told = adventures.chain((it) => {
      const fixes = fixesOf(it);
      return fc.tuple(fc.constant(fixes), deliveries(fixes));
    });
    fc.assert(
      fc.property(told, ([fixes, batches]) => {
        const inOrder = fixes.reduce((state, fix) => step(state, fix, trip, vehicle), UNSEEN);
        const followed = new FollowedVehicle(trip, vehicle, null);
        read(followed, []);
        const known: FoldFix[] = [];
        for (const batch of batches) {
          for (const fix of batch) followed.take(fix);
          known.push(...batch);
          read(followed, known);
        }
        expect(followed.state).toEqual(inOrder);
      }),
      { numRuns: 150 },
    );
  });

  /** As the engine does it, from the fixes there are. */
  function read(followed: FollowedVehicle, known: readonly FoldFix[]): void {
    if (followed.isWhole) return;
    const afterMs = followed.beginReading();
    const sorted = known.filter(({ atMs }) => atMs > afterMs).sort((a, b) => a.atMs - b.atMs);
    followed.read(sorted.filter(({ atMs }, i) => atMs !== sorted[i - 1]?.atMs));
    followed.endReading();
  }

  test('the causes of one kind follow each other', () => {
    fc.assert(
      fc.property(adventures, (it) => {
        const state = fixesOf(it).reduce((before, fix) => step(before, fix, trip, vehicle), UNSEEN);
        const episodes = episodesOf(trip, [{ id: vehicle.id, state }], at(2_000));
        const inOrder = episodes.toSorted(
          (a, b) => a.kind.localeCompare(b.kind) || a.beganAtMs - b.beganAtMs,
        );
        for (const [i, { kind, cause, beganAtMs, endedAtMs }] of inOrder.entries()) {
          const before = inOrder[i - 1];
          expect(endedAtMs ?? beganAtMs).toBeGreaterThanOrEqual(beganAtMs);
          if (before?.kind !== kind || before.cause !== cause) continue;
          expect(beganAtMs).toBeGreaterThanOrEqual(before.endedAtMs ?? Infinity);
        }
      }),
    );
  });
});

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.db);
});
afterAll(() => database.drop());

type Told = { convoy: PlacedConvoy; nowMs: number; engine: AlertEngine };

function engineOf(clock: { nowMs: number }): AlertEngine {
  return new AlertEngine({
    db: database.db,
    now: () => new Date(clock.nowMs),
    announce: () => undefined,
    hazardsNear: async () => [],
    onFailure: (error) => {
      throw error;
    },
  });
}

/** Tells the batches one by one while the clock goes on; some of the servers are new ones. */
async function tell(batches: readonly FoldFix[][], endMs: number, restartEvery: number): Promise<Told> {
  const convoy = await placeConvoy(world);
  const [number = 0] = convoy.numbers;
  const clock = { nowMs: at(0) };
  let engine = engineOf(clock);
  await engine.start();
  for (const [i, batch] of batches.entries()) {
    clock.nowMs = Math.max(clock.nowMs, ...batch.map(({ atMs }) => atMs));
    const stored = batch.map((fix) => asStored(number, fix));
    await commit(database.db, stored);
    engine.stored(stored);
    await engine.idle();
    if ((i + 1) % restartEvery !== 0) continue;
    await engine.close();
    engine = engineOf(clock);
    await engine.start();
  }
  clock.nowMs = endMs;
  await engine.close();
  engine = engineOf(clock);
  await engine.start();
  await engine.idle();
  await engine.close();
  return { convoy, nowMs: clock.nowMs, engine };
}

async function effective({ convoyId, stopIds }: PlacedConvoy) {
  const rows = await database
    .db('alerts')
    .where({ convoy_id: convoyId })
    .whereNot({ status: 'retracted' })
    .orderBy(['kind', 'began_at']);
  return rows.map(({ kind, stop_id, began_at, ended_at, status }) => ({
    kind,
    stop: stopIds.indexOf(stop_id),
    began: began_at.toISOString(),
    ended: ended_at?.toISOString() ?? null,
    isOpen: status !== 'cleared',
  }));
}

test('the same fixes in many orders and batches, with restarts between, come to the same alerts', async () => {
  const told = adventures.chain((it) => {
    const fixes = fixesOf(it);
    return fc.tuple(fc.constant(fixes), deliveries(fixes), fc.integer({ min: 1, max: 6 }));
  });
  await fc.assert(
    fc.asyncProperty(told, async ([fixes, batches, restartEvery]) => {
      const endMs = Math.max(at(0), ...fixes.map(({ atMs }) => atMs)) + 5 * 60_000;
      const live = await tell(chunked(fixes, 20), endMs, 1_000);
      const late = await tell(batches, endMs, restartEvery);
      expect(await effective(late.convoy)).toEqual(await effective(live.convoy));
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('an old batch that comes late raises nothing, and is on record', async () => {
  const old = [0, 1, 2, 3, 4, 5, 6, 7].map((minute) =>
    fixAt(minute * 2, 2_000 + minute * 1_500, { offM: 4_000 }),
  );
  const present = [100, 102, 104].map((minute) => fixAt(minute, 44_478 + (minute - 100) * 900));
  const { convoy } = await tell([present, old], at(105), 1_000);
  const rows = await database.db('alerts').where({ convoy_id: convoy.convoyId });
  const ofOldBatch = rows.filter(({ kind }) => kind === 'off_route');
  expect(ofOldBatch).toHaveLength(1);
  expect(ofOldBatch[0]).toMatchObject({ status: 'cleared', raised_at: null });
});

function chunked(fixes: readonly FoldFix[], size: number): FoldFix[][] {
  return Array.from({ length: Math.ceil(fixes.length / size) }, (_, i) =>
    fixes.slice(i * size, (i + 1) * size),
  );
}
