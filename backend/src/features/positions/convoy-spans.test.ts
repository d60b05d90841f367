import { createTestDatabase, type TestDatabase } from '@qafila/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addConvoy } from '../../testing/cargo.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { goodTrack } from './good-track.repository.ts';
import { type ConvoySpan, convoySpans } from './track.repository.ts';
import type { TrackFix } from './track.ts';

const BEGAN = Date.UTC(2020, 9, 9, 6);
const at = (hour: number): Date => new Date(BEGAN + hour * 3_600_000);

let database: TestDatabase;
let world: World;
let campaignId: string;
let vehicleId: string;
let first: string;
let second: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.db);
  campaignId = await world.campaign();
  vehicleId = await world.vehicle();
  first = await convoyOf(0, { loading: 0, departed: 1, ended: 9 });
  await database
    .db('convoy_vehicles')
    .where({ convoy_id: first })
    .update({ released_at: at(5) });
  second = await convoyOf(1, { loading: 2, departed: 6 });
  await convoyOf(2, {});
});
afterAll(() => database.drop());

/** A convoy of that vehicle alone, or of another for one that has not begun. */
async function convoyOf(
  ordinal: number,
  { loading, departed, ended }: { loading?: number; departed?: number; ended?: number },
): Promise<string> {
  const site = await world.site();
  const { id } = await addConvoy(world, {
    campaignId,
    originSiteId: site,
    stopSiteIds: [site],
    vehicleIds: [loading === undefined ? await world.vehicle() : vehicleId],
  });
  const hour = (given: number | undefined) => (given === undefined ? null : at(given));
  await database
    .db('convoys')
    .where({ id })
    .update({
      loading_at: hour(loading),
      departed_at: hour(departed),
      ended_at: hour(ended),
      ...(ended !== undefined && { status: 'settled' }),
      created_at: at(ordinal),
    });
  return id;
}

const hoursOf = ({ from, to }: ConvoySpan): number[] =>
  [from, to].map((date) => (date.getTime() - BEGAN) / 3_600_000);

test('a vehicle is on one convoy at a time: on the next from when it left the one before', async () => {
  const spans = await convoySpans(database.db, { campaignId }, null, at(12));
  expect(spans.map(({ convoyId }) => convoyId).slice(0, 2)).toEqual([first, second]);
  expect(spans.map(hoursOf)).toEqual([
    [0, 5],
    [5, 12],
    [12, 12],
  ]);
  expect(await convoySpans(database.db, { convoyId: second }, null, at(12))).toEqual([spans[1]]);
});

test('an association has those of convoys that carry its goods', async () => {
  const stranger = await world.association();
  expect(await convoySpans(database.db, { campaignId }, stranger, at(12))).toEqual([]);
});

test('every good fix within the span comes once, in order, over many pages', async () => {
  const [span] = await convoySpans(database.db, { convoyId: first }, null, at(12));
  if (!span) throw new Error('no span');
  await database.db.raw(
    `INSERT INTO positions (vehicle_number, recorded_at, received_at, lat, lng, flags)
     SELECT :number, to_timestamp(:began::float8 + n), now(), CASE WHEN n = 7000 THEN 31 ELSE 34 + n * 0.0001 END, 36,
            CASE WHEN n = 7001 THEN 1 ELSE 0 END
     FROM generate_series(-10, 5 * 3600 + 10) AS n`,
    { number: span.number, began: BEGAN / 1000 },
  );
  const fixes: TrackFix[] = [];
  for await (const page of goodTrack(database.db, span)) fixes.push(...page);
  expect(fixes).toHaveLength(5 * 3600 + 1 - 2);
  expect(fixes[0]?.recordedAtMs).toBe(BEGAN);
  const steps = fixes.slice(1).map((fix, index) => fix.recordedAtMs - (fixes[index]?.recordedAtMs ?? 0));
  expect(new Set(steps)).toEqual(new Set([1_000, 3_000]));
});
