import { createTestDatabase } from '@qafila/db/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensurePartitions, forgetPositions } from './partitions.repository.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const day = (text: string): Date => new Date(`${text}T12:00:00Z`);

async function partitions(): Promise<string[]> {
  const { rows } = await database.db.raw(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'positions'::regclass ORDER BY 1`,
  );
  return rows.map(({ name }: { name: string }) => name);
}

async function store(recordedAt: Date, receivedAt = recordedAt): Promise<void> {
  const fix = { vehicle_number: 1, recorded_at: recordedAt, received_at: receivedAt, lat: 34, lng: 36 };
  await database.db('positions').insert(fix);
}

const storedDays = async (): Promise<string[]> =>
  (await database.db('positions').orderBy('recorded_at')).map((row) =>
    row.recorded_at.toISOString().slice(0, 10),
  );

test('months on both sides of the present stand ready, over the turn of the year, and asking again adds none', async () => {
  await ensurePartitions(database.db, day('2030-12-31'));
  await ensurePartitions(database.db, day('2030-12-31'));
  const made = ['positions_2030_11', 'positions_2030_12', 'positions_2031_01', 'positions_2031_02'];
  expect(await partitions()).toEqual(expect.arrayContaining(['positions_default', ...made]));
  await store(day('2031-02-28'));
  expect(await database.db('positions_2031_02')).toHaveLength(1);
});

test('a month whose fixes came before it was made is left where it lies, and the others are made', async () => {
  await store(day('2030-12-31'));
  await ensurePartitions(database.db, day('2030-12-31'));
  expect(await partitions()).toContain('positions_2031_02');
  expect(await storedDays()).toEqual(['2030-12-31']);
  await store(day('2030-12-30'));
  expect(await storedDays()).toEqual(['2030-12-30', '2030-12-31']);
});

test('months that have wholly passed are forgotten, and no day that has not', async () => {
  await ensurePartitions(database.db, day('2030-02-01'));
  for (const text of ['2030-01-01', '2030-01-31', '2030-02-01', '2030-03-31']) await store(day(text));
  await forgetPositions(database.db, day('2030-01-31'));
  expect(await storedDays()).toHaveLength(4);
  await forgetPositions(database.db, day('2030-02-28'));
  expect(await storedDays()).toEqual(['2030-02-01', '2030-03-31']);
  expect(await partitions()).not.toContain('positions_2030_01');
});

test('a fix of a broken clock goes by when it came', async () => {
  await store(new Date(1000), day('2030-02-15'));
  await forgetPositions(database.db, day('2030-02-15'));
  expect(await storedDays()).toEqual(['1970-01-01']);
  await forgetPositions(database.db, day('2030-02-16'));
  expect(await storedDays()).toEqual([]);
});

test('a reader does not make trackers wait for long, and the month goes the next time', async () => {
  await ensurePartitions(database.db, day('2030-02-01'));
  await store(day('2030-01-05'));
  const reading = await database.db.transaction();
  await reading('positions').select('*');
  await expect(forgetPositions(database.db, day('2030-03-01'))).rejects.toThrow(/lock timeout/);
  await reading.rollback();
  await forgetPositions(database.db, day('2030-03-01'));
  expect(await storedDays()).toEqual([]);
});
