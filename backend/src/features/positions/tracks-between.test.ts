import { createTestDatabase, type TestDatabase } from '@qafila/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tracksBetween } from './track.service.ts';

const BEGAN = Date.UTC(2020, 9, 9);
const at = (second: number): Date => new Date(BEGAN + second * 1000);
const span = (number: number, from: number, to: number) => ({
  vehicleId: `vehicle ${number}`,
  number,
  plausibleSpeedMps: 55,
  from: at(from),
  to: at(to),
});
const seconds = ({ points }: { points: [number, ...unknown[]][] } = { points: [] }): number[] =>
  points.map(([time]) => time - BEGAN / 1000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  // Vehicle 1 reports every second, 2 every ten seconds, 3 once.
  await database.db.raw(
    `INSERT INTO positions (vehicle_number, recorded_at, received_at, lat, lng)
     SELECT vehicle, to_timestamp(:began::float8 + n), now(), 34 + n * 0.0001, 36
     FROM generate_series(0, 3599) AS n, unnest(ARRAY[1, 2, 3]) AS vehicle
     WHERE vehicle = 1 OR (vehicle = 2 AND n % 10 = 0) OR n = 1800`,
    { began: BEGAN / 1000 },
  );
});
afterAll(() => database.drop());

test('many fixes become as many points as asked for, evenly, with the first and the last', async () => {
  const [track] = await tracksBetween(database.db, [span(1, 0, 3599)], at(0), at(3599), 100);
  const times = seconds(track);
  expect(times).toHaveLength(100);
  expect([times[0], times.at(-1)]).toEqual([0, 3599]);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2);
});

test('each vehicle has its own time, and few fixes come whole', async () => {
  const spans = [span(2, 100, 200), span(3, 0, 3599), span(2, 3590, 9999), span(1, 50, 40), span(4, 0, 3599)];
  const tracks = await tracksBetween(database.db, spans, at(0), at(9999), 100);
  expect(tracks.map(({ number }) => number)).toEqual([2, 3, 2, 1, 4]);
  const tens = Array.from({ length: 11 }, (_, n) => 100 + n * 10);
  expect(tracks.map(seconds)).toEqual([tens, [1800], [3590], [], []]);
});

test('what lies outside the time asked for stays out', async () => {
  const [track] = await tracksBetween(database.db, [span(2, 0, 3599)], at(1000), at(1030), 100);
  expect(seconds(track)).toEqual([1000, 1010, 1020, 1030]);
});
