import { type Db, pendingMigrations } from '@qafila/db';

const PATIENCE_MS = 3000;

export type Readiness = 'ready' | 'draining' | 'database_unreachable' | 'migrations_pending';

/** Whether the database answers and has the schema this version needs; the schema is asked for until it is right. */
export function databaseReadiness(db: Db): () => Promise<Readiness> {
  let isMigrated = false;
  return async () => {
    try {
      await db.raw('SELECT 1').timeout(PATIENCE_MS);
      isMigrated ||= (await pendingMigrations(db)).length === 0;
    } catch {
      return 'database_unreachable';
    }
    return isMigrated ? 'ready' : 'migrations_pending';
  };
}
