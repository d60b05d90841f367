import { type Db, inTransaction, migrate, unmigrate } from '@qafila/db';

/** Any constant will do, as long as every process on the same database uses the same one. */
const DEMO_LOCK_KEY = 7_127_002;
const UNFINISHED = 'the demo is being loaded';

/** Processes that start at once take turns; the lock dies with its session. */
export async function withDemoLock(db: Db, work: () => Promise<void>): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [DEMO_LOCK_KEY]);
    await work();
  });
}

/** Marks the schema itself, where no row of anybody's is needed. */
export async function markUnfinished(db: Db, isUnfinished: boolean): Promise<void> {
  await db.raw(`COMMENT ON TABLE users IS ${isUnfinished ? `'${UNFINISHED}'` : 'NULL'}`);
}

/** Whether a process that loaded the demo was killed before the end. */
export async function isUnfinished(db: Db): Promise<boolean> {
  const { rows } = await db.raw(`SELECT obj_description('users'::regclass, 'pg_class') AS mark`);
  return rows[0].mark === UNFINISHED;
}

/** Only for a database that held nothing but half a demo. */
export async function beginAnew(db: Db): Promise<void> {
  await unmigrate(db);
  await migrate(db);
}
