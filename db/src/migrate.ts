import { migrationSource } from '../migrations/index.ts';
import type { Db } from './database.ts';

/** Any constant will do, as long as every Qafila process on the same database uses the same one. */
const MIGRATION_LOCK_KEY = 7_127_001;

/**
 * Brings the schema up to date and returns the names of the migrations it ran. Processes that start at once take
 * turns on an advisory lock, which dies with its session; under it, a lock row left by a killed process is stale.
 * Needs a pool of at least two connections.
 */
export async function migrate(db: Db): Promise<string[]> {
  return await db.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK_KEY]);
    await db.migrate.forceFreeMigrationsLock({ migrationSource });
    const [, applied] = (await db.migrate.latest({ migrationSource })) as [number, string[]];
    return applied;
  });
}

/** Names of the migrations this version knows and the database has not run. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const known = await migrationSource.getMigrations([]);
  const [, pending] = (await db.migrate.list({ migrationSource })) as [unknown, unknown[]];
  return known
    .slice(known.length - pending.length)
    .map((migration) => migrationSource.getMigrationName(migration));
}

/** Takes back every migration, newest first: nothing of ours is left, and nothing of anybody else's is touched. */
export async function unmigrate(db: Db): Promise<void> {
  await db.migrate.rollback({ migrationSource }, true);
}
