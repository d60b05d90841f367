import { setTimeout as sleep } from 'node:timers/promises';
import type { Hazard, HazardOnRoute } from '@qafila/contract';
import { createTestDatabase, type TestDatabase } from '@qafila/db/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Announcement } from '../../platform/context.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { AlertEngine } from './engine.ts';
import type { FoldFix } from './fold/vehicle-state.ts';
import { asStored, at, commit, fixAt, LEG_M, type PlacedConvoy, placeConvoy } from './testing.ts';

let database: TestDatabase;
let world: World;
let convoy: PlacedConvoy;
let nowMs: number;
let hazards: HazardOnRoute[] = [];
let announced: Announcement[] = [];
let failures: unknown[] = [];
let engines: AlertEngine[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  [hazards, announced, failures, engines] = [[], [], [], []];
  await database
    .db('convoys')
    .whereNot({ status: 'settled' })
    .update({ status: 'settled', ended_at: new Date(at(0)) });
  await database.db('alerts').del();
  convoy = await placeConvoy(world, 2);
  nowMs = at(1);
});

async function started(): Promise<AlertEngine> {
  const engine = new AlertEngine({
    db: database.db,
    now: () => new Date(nowMs),
    announce: (it) => announced.push(it),
    hazardsNear: async () => hazards,
    onFailure: (error) => failures.push(error),
  });
  engines.push(engine);
  await engine.start();
  await engine.idle();
  return engine;
}

async function send(to: AlertEngine[], vehicle: number, ...fixes: FoldFix[]): Promise<void> {
  const stored = fixes.map((fix) => asStored(convoy.numbers[vehicle] ?? 0, fix));
  await commit(database.db, stored);
  for (const engine of to) engine.stored(stored);
  for (const engine of to) await engine.idle();
}

const alerts = (kind: string) =>
  database
    .db('alerts')
    .where({ convoy_id: convoy.convoyId, kind })
    .whereNot({ status: 'retracted' })
    .orderBy('began_at')
    .select('*');
const drive = (from: number, to: number): FoldFix[] =>
  Array.from({ length: to - from + 1 }, (_, i) => fixAt(from + i, (from + i) * 600));

function fire(alongM: number, distanceM = 2_000, id = 1): HazardOnRoute {
  return {
    alongM,
    distanceM,
    hazard: { id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}` } as Hazard,
  };
}

async function keepHazards(): Promise<void> {
  for (const { hazard } of hazards) {
    await database
      .db('hazards')
      .insert({
        id: hazard.id,
        source: 'drawn',
        severity: 'severe',
        area: '{}',
        south: 0,
        west: 0,
        north: 1,
        east: 1,
        valid_from: new Date(at(-60)),
        valid_to: new Date(at(600)),
        created_at: new Date(),
      })
      .onConflict()
      .ignore();
  }
}

test('a silent vehicle is told once, by two servers side by side too, and after a restart', async () => {
  const both = [await started(), await started()];
  await send(both, 0, ...drive(0, 10));
  await send(both, 1, ...drive(0, 30));
  nowMs = at(31);
  await send(both, 1, ...drive(31, 31));
  for (const engine of both)
    engine.hear({ kind: 'campaignChanged', campaignId: convoy.campaignId, topics: ['convoys'] });
  await Promise.all(both.map((engine) => engine.idle()));
  await started();
  expect(await alerts('silent')).toMatchObject([{ status: 'raised', convoy_vehicle_id: convoy.ids[0] }]);
  expect(failures).toEqual([]);
});

test('progress is told to the map as the fixes come, and after a restart', async () => {
  const engine = await started();
  const [number = 0] = convoy.numbers;
  expect(engine.progressOf(number)).toBeNull();
  await send([engine], 0, ...drive(0, 10));
  expect(engine.progressOf(number)).toBeCloseTo(6_000, -1);
  expect((await started()).progressOf(number)).toBeCloseTo(6_000, -1);
  expect(engine.progressOf(-1)).toBeNull();
});

test('an acknowledged alert stays so until its cause ends, whatever comes late', async () => {
  const engine = await started();
  nowMs = at(30);
  const off = Array.from({ length: 20 }, (_, i) => fixAt(10 + i, (10 + i) * 600, { offM: 1_500 }));
  await send([engine], 0, ...drive(0, 9), ...off.filter((_, i) => i % 4 === 0 || i > 16));
  const [raised] = await alerts('off_route');
  expect(raised?.status).toBe('raised');
  await database
    .db('alerts')
    .where({ id: raised?.id })
    .update({ status: 'acknowledged', acknowledged_at: new Date(nowMs), acknowledged_by: world.userId });
  await send([engine], 0, ...off);
  await send([engine], 0, fixAt(8.5, 5_100), fixAt(9.5, 5_700));
  expect(await alerts('off_route')).toMatchObject([{ id: raised?.id, status: 'acknowledged' }]);
  nowMs = at(32);
  await send([engine], 0, ...drive(31, 32));
  expect(await alerts('off_route')).toMatchObject([
    { id: raised?.id, status: 'cleared', acknowledged_by: world.userId },
  ]);
});

test('hazards near the way left are one alert a stretch, kept while they last and ended when passed', async () => {
  hazards = [fire(20_000, 3_000, 1), fire(24_000, 1_500, 2), fire(60_000, 500, 3)];
  await keepHazards();
  const engine = await started();
  await send([engine], 0, ...drive(0, 1));
  await send([engine], 1, ...drive(0, 1));
  const first = await alerts('hazard_ahead');
  expect(first.map(({ values }) => [values.alongM, values.untilM, values.count, values.distanceM])).toEqual(
    expect.arrayContaining([
      [20_000, 24_000, 2, 1_500],
      [60_000, 60_000, 1, 500],
    ]),
  );
  hazards = [fire(21_000, 1_000, 4), fire(60_000, 500, 3)];
  await keepHazards();
  const hear = async () => {
    engine.hear({ kind: 'campaignChanged', campaignId: convoy.campaignId, topics: ['hazards'] });
    await engine.idle();
  };
  await hear();
  expect((await alerts('hazard_ahead')).map(({ id }) => id).sort()).toEqual(first.map(({ id }) => id).sort());
  nowMs = at(45);
  await send([engine], 0, ...drive(2, 45));
  await send([engine], 1, ...drive(2, 45));
  await hear();
  const after = await alerts('hazard_ahead');
  expect(after.map(({ values, status }) => [values.alongM, status]).sort()).toEqual([
    [21_000, 'cleared'],
    [60_000, 'raised'],
  ]);
  expect(failures).toEqual([]);
});

test('when a convoy ends, what was open on it ends, but for a call for help', async () => {
  const engine = await started();
  nowMs = at(40);
  await send([engine], 0, ...drive(0, 10), fixAt(11, 6_600, { isSos: true }));
  await send([engine], 1, ...drive(0, 40));
  expect((await alerts('silent')).map(({ status }) => status)).toEqual(['raised']);
  await database
    .db('convoys')
    .where({ id: convoy.convoyId })
    .update({ status: 'settled', ended_at: new Date(at(41)) });
  nowMs = at(42);
  engine.hear({ kind: 'campaignChanged', campaignId: convoy.campaignId, topics: ['convoys'] });
  await engine.idle();
  expect((await alerts('silent')).map(({ status }) => status)).toEqual(['cleared']);
  expect((await alerts('sos')).map(({ status }) => status)).toEqual(['raised']);
  expect(engine.progressOf(convoy.numbers[0] ?? 0)).toBeNull();
});

test('a call for help counts even where the database already has a fix of that instant', async () => {
  const engine = await started();
  nowMs = at(11);
  await send([engine], 0, ...drive(0, 10));
  await send([engine], 0, fixAt(10, 6_000, { isSos: true }));
  expect(await alerts('sos')).toMatchObject([{ status: 'raised' }]);
});

test('a change is announced once, and not where nothing changed', async () => {
  const engine = await started();
  nowMs = at(50);
  await send([engine], 0, ...drive(0, 50));
  await send([engine], 1, ...drive(0, 50));
  announced = [];
  await send([engine], 0, fixAt(51, LEG_M - 12_000));
  expect(announced).toEqual([]);
  nowMs = at(53);
  await send([engine], 0, fixAt(52, LEG_M - 11_000, { batteryPct: 3 }));
  await sleep(0);
  expect(announced).toEqual([{ kind: 'campaignChanged', campaignId: convoy.campaignId, topics: ['alerts'] }]);
});

test('failures are told and made good, and never reach those who store', async () => {
  const engine = await started();
  nowMs = at(12);
  await database.db.raw('ALTER TABLE alerts RENAME TO alerts_away');
  await send([engine], 0, ...drive(0, 10)).catch(() => undefined);
  engine.stored([asStored(convoy.numbers[0] ?? 0, fixAt(11, 6_600, { isSos: true }))]);
  const working = engine.idle();
  await expect.poll(() => failures.length).toBeGreaterThan(0);
  await database.db.raw('ALTER TABLE alerts_away RENAME TO alerts');
  await working;
  expect(await alerts('sos')).toMatchObject([{ status: 'raised' }]);
});
