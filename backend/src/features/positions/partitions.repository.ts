import { type Db, inTransaction } from '@qafila/db';
import { isRowsFault } from './positions.repository.ts';

const MONTHS = [-1, 0, 1, 2];

/** Fixes come late and, from fast clocks, early: months on both sides of the present stand ready. */
export async function ensurePartitions(db: Db, now: Date): Promise<void> {
  for (const offset of MONTHS) {
    await ensurePartition(db, new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)));
  }
}

/** Makes the partition of one month; one whose fixes already lie in the default partition stays there. */
async function ensurePartition(db: Db, month: Date): Promise<void> {
  const day = month.toISOString().slice(0, 10);
  try {
    await db.raw('SELECT ensure_position_partitions(?::date, ?::date)', [day, day]);
  } catch (error) {
    if (!isRowsFault(error)) throw error;
  }
}

/** Trackers wait for the lock behind us; a reader that holds it longer puts it off until the next time. */
const LOCK_TIMEOUT = '2s';

/**
 * Forgets what was recorded before that, a whole month at a time: dropping a partition costs nothing however many
 * fixes it holds. Fixes without a month of their own go by when they came, for their clocks were wrong.
 */
export async function forgetPositions(db: Db, before: Date): Promise<void> {
  for (const partition of await partitionsBefore(db, before)) {
    await inTransaction(db, async (trx) => {
      await trx.raw(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
      await trx.raw('DROP TABLE IF EXISTS ??', [partition]);
    });
  }
  await db('positions_default').where('received_at', '<', before).del();
  await db('last_positions').where('recorded_at', '<', before).del();
}

/** Partitions of months that had ended by then. */
async function partitionsBefore(db: Db, before: Date): Promise<string[]> {
  const { rows } = (await db.raw(
    `SELECT child.relname AS name
     FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid
     WHERE inhparent = 'positions'::regclass AND child.relname ~ '^positions_\\d{4}_\\d{2}$'
     ORDER BY 1`,
  )) as { rows: { name: string }[] };
  return rows.map(({ name }) => name).filter((name) => endOf(name) <= before);
}

function endOf(partition: string): Date {
  const [, year, month] = partition.split('_').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 1));
}
