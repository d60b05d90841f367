import knex, { type Knex } from 'knex';
import pg from 'pg';

/** A pool or a transaction: repository functions take either and never open their own. */
export type Db = Knex;

const OID = { int8: 20, date: 1082, numeric: 1700 } as const;

/** Whole numbers beyond 2^53 would change silently, so they are refused. */
function toSafeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError(`The database returned ${text}, which a JavaScript number cannot hold.`);
  }
  return value;
}

const asText = (text: string): string => text;

const parsers = new Map<number, (text: string) => unknown>([
  [OID.int8, toSafeNumber],
  // Sums of bigint come back as numeric.
  [OID.numeric, toSafeNumber],
  // A calendar day has no time zone; a Date would move it.
  [OID.date, asText],
]);

const types: NonNullable<Knex.PgConnectionConfig['types']> = {
  getTypeParser: (oid: number, format?: string) =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
};

/** int8 and numeric become numbers, timestamptz a Date, date stays `YYYY-MM-DD`. */
export function openDatabase(connection: string | Knex.PgConnectionConfig, pool: Knex.PoolConfig = {}): Db {
  const config = typeof connection === 'string' ? { connectionString: connection } : connection;
  return knex({
    client: 'pg',
    connection: { application_name: 'qafila', ...config, types },
    pool: { min: 0, max: 10, ...pool },
    acquireConnectionTimeout: 15_000,
    // Errors quote the query with its placeholders: its values are people's data.
    compileSqlOnError: false,
  });
}

/**
 * Commits when `work` resolves, rolls back when it rejects. Only this callback form rejects when COMMIT itself
 * fails; inside a transaction it makes a savepoint.
 */
export function inTransaction<T>(db: Db, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  return db.transaction(work);
}
