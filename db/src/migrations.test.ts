import { expect, test } from 'vitest';
import { migrate, unmigrate } from './migrate.ts';
import { createTestDatabase } from './testing.ts';

test('every migration can be undone and done again', async () => {
  const { db, drop } = await createTestDatabase();
  await unmigrate(db);
  const { rows } = await db.raw(
    `SELECT count(*)::int AS left_over FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname NOT LIKE 'knex_%'`,
  );
  expect(rows[0].left_over).toBe(0);
  await migrate(db);
  await drop();
});
