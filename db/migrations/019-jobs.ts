import type { Knex } from 'knex';

/** How the work went that the server does by itself. pg-boss keeps its own schema, `pgboss`, for when it is due. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE job_runs (
      id          uuid PRIMARY KEY,
      name        text NOT NULL,
      started_at  timestamptz NOT NULL,
      finished_at timestamptz,
      done_count  integer CHECK (done_count >= 0),
      failure     text,
      CHECK (finished_at IS NOT NULL OR (done_count IS NULL AND failure IS NULL))
    );
    COMMENT ON COLUMN job_runs.failure IS 'a code or the name of an error, never its text: that may hold people''s data';
    CREATE INDEX job_runs_by_name ON job_runs (name, started_at DESC);
    CREATE INDEX job_runs_worth_telling ON job_runs (name, started_at DESC)
      WHERE done_count IS DISTINCT FROM 0;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE job_runs;');
}
