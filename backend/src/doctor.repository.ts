import type { Db } from '@qafila/db';

/** Rows of the audit that are not what they were, or whose place in the chain is not where they stand. */
export async function brokenAuditRows(db: Db): Promise<{ id: number; fault: string }[]> {
  const { rows } = await db.raw<{ rows: { id: number; fault: string }[] }>(`
    SELECT id, fault FROM (
      SELECT a.id,
        CASE
          WHEN a.hash <> audit_hash(a) THEN 'was altered'
          WHEN a.id <> coalesce(lag(a.id) OVER chain, 0) + 1 THEN 'follows a row that is gone'
          WHEN a.previous_hash <> coalesce(lag(a.hash) OVER chain, '\\x00'::bytea) THEN 'does not follow the row before it'
        END AS fault
      FROM audit_log a
      WINDOW chain AS (ORDER BY a.id)
    ) AS judged
    WHERE fault IS NOT NULL ORDER BY id LIMIT 100`);
  return rows;
}

/** Tables whose guard against change has been taken away. */
export async function unguardedTables(db: Db): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(`
    SELECT expected.name FROM (VALUES ('audit_log'), ('transfers')) AS expected (name)
    WHERE (
      SELECT count(*) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE t.tgrelid = expected.name::regclass AND p.proname = 'refuse_change' AND t.tgenabled IN ('O', 'A')
    ) < 2`);
  return rows.map((row) => row.name);
}

/** Months from `first` to `last` that have no partition of their own. */
export async function missingPartitions(db: Db, first: Date, last: Date): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { month: string }[] }>(
    `SELECT to_char(month, 'YYYY-MM') AS month
     FROM generate_series(date_trunc('month', :first::timestamptz AT TIME ZONE 'UTC'), :last::timestamptz AT TIME ZONE 'UTC', '1 month') AS month
     WHERE to_regclass('positions_' || to_char(month, 'YYYY_MM')) IS NULL`,
    { first, last },
  );
  return rows.map((row) => row.month);
}

/** Settings under which an acknowledged write could be lost, as `name=value`. */
export async function unsafeSettings(db: Db): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { name: string; setting: string }[] }>(
    `SELECT name, setting FROM pg_settings
     WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name`,
  );
  return rows.map(({ name, setting }) => `${name}=${setting}`);
}
