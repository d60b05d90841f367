import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from './database.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function selectValue(sql: string): Promise<unknown> {
  const { rows } = (await database.db.raw(sql)) as { rows: { value: unknown }[] };
  return rows[0]?.value;
}

describe('what comes out of the database', () => {
  test('bigint and its sums are numbers', async () => {
    expect(await selectValue('SELECT 9007199254740991::bigint AS value')).toBe(9007199254740991);
    expect(await selectValue('SELECT sum(n) AS value FROM (VALUES (2::bigint), (3)) AS t (n)')).toBe(5);
  });

  test('a bigint that a number cannot hold is refused, never rounded', async () => {
    await expect(selectValue('SELECT 9007199254740993::bigint AS value')).rejects.toThrow(RangeError);
  });

  test('timestamptz is an instant and a date stays the day it is', async () => {
    expect(await selectValue("SELECT '2020-10-09T12:00:00+03'::timestamptz AS value")).toEqual(
      new Date('2020-10-09T09:00:00Z'),
    );
    expect(await selectValue("SELECT '2020-10-09'::date AS value")).toBe('2020-10-09');
  });
});

describe('inTransaction', () => {
  test('keeps nothing when the work fails', async () => {
    const { db } = database;
    await db.raw('CREATE TABLE scratch (n integer)');
    const failing = inTransaction(db, async (trx) => {
      await trx('scratch').insert({ n: 1 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await db('scratch')).toEqual([]);
  });

  test('rejects when COMMIT itself fails', async () => {
    const { db } = database;
    await db.raw('CREATE TABLE late (n integer UNIQUE DEFERRABLE INITIALLY DEFERRED)');
    const failing = inTransaction(db, async (trx) => {
      await trx('late').insert([{ n: 1 }, { n: 1 }]);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
  });
});

describe('migrate', () => {
  test('has nothing left to do on a migrated database', async () => {
    expect(await pendingMigrations(database.db)).toEqual([]);
    expect(await migrate(database.db)).toEqual([]);
  });

  test('goes on after a process was killed while it migrated', async () => {
    await database.db('knex_migrations_lock').update({ is_locked: 1 });
    expect(await migrate(database.db)).toEqual([]);
  });
});
