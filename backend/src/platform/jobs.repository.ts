import { type Db, inTransaction } from '@qafila/db';

/** Chosen once: every Qafila server on a database uses the same. */
const SETTING_UP = 7_127_003;

/** Servers that start at once set up one after the other; the lock dies with its connection. */
export async function settingUpAlone<T>(db: Db, work: () => Promise<T>): Promise<T> {
  return await inTransaction(db, async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [SETTING_UP]);
    return await work();
  });
}
