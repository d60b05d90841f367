import type { JobName } from '@qafila/contract';
import { type Db, inTransaction } from '@qafila/db';

export type RunRow = {
  id: string;
  startedAt: Date;
  finishedAt: Date | null;
  doneCount: number | null;
  failure: string | null;
};

/** Chosen once; the second key is the job's name. */
const LOCK = 7_127_002;

/**
 * Runs `work` unless somebody else, on any server, is at the same job; undefined then. The lock dies with its
 * connection, so that a killed server does not keep it.
 */
export async function alone<T>(db: Db, name: JobName, work: () => Promise<T>): Promise<T | undefined> {
  return await inTransaction(db, async (trx) => {
    const { rows } = await trx.raw<{ rows: { isOurs: boolean }[] }>(
      'SELECT pg_try_advisory_xact_lock(:lock, hashtext(:name)) AS "isOurs"',
      { lock: LOCK, name },
    );
    return rows[0]?.isOurs ? await work() : undefined;
  });
}

export async function beginRun(db: Db, run: { id: string; name: JobName; startedAt: Date }): Promise<void> {
  await db('job_runs').insert({ id: run.id, name: run.name, started_at: run.startedAt });
}

export async function endRun(
  db: Db,
  id: string,
  end: { finishedAt: Date; doneCount: number | null; failure: string | null },
): Promise<void> {
  await db('job_runs')
    .where({ id })
    .update({ finished_at: end.finishedAt, done_count: end.doneCount, failure: end.failure });
}

const RUN = `r.id, r.started_at AS "startedAt", r.finished_at AS "finishedAt", r.done_count AS "doneCount", r.failure`;

export async function lastRun(db: Db, name: JobName): Promise<RunRow | undefined> {
  const { rows } = await db.raw<{ rows: RunRow[] }>(
    `SELECT ${RUN} FROM job_runs r WHERE r.name = :name ORDER BY r.started_at DESC LIMIT 1`,
    { name },
  );
  return rows[0];
}

/** Runs that did something, failed, or never ended; the many that found nothing due are left out. */
export async function runsOf(db: Db, name: JobName, limit: number): Promise<RunRow[]> {
  const { rows } = await db.raw<{ rows: RunRow[] }>(
    `SELECT ${RUN} FROM job_runs r
     WHERE r.name = :name AND r.done_count IS DISTINCT FROM 0 ORDER BY r.started_at DESC LIMIT :limit`,
    { name, limit },
  );
  return rows;
}

export type RunTotals = {
  lastSucceededAt: Date | null;
  runCount: number;
  failureCount: number;
  doneCount: number;
};

export async function totalsOf(db: Db, name: JobName, since: Date): Promise<RunTotals> {
  const { rows } = await db.raw<{ rows: RunTotals[] }>(
    `SELECT max(finished_at) FILTER (WHERE failure IS NULL) AS "lastSucceededAt", count(*)::int AS "runCount",
            count(failure)::int AS "failureCount", coalesce(sum(done_count), 0)::int AS "doneCount"
     FROM job_runs WHERE name = :name AND started_at >= :since`,
    { name, since },
  );
  return rows[0] ?? { lastSucceededAt: null, runCount: 0, failureCount: 0, doneCount: 0 };
}

export async function forgetRuns(db: Db, before: Date): Promise<void> {
  await db('job_runs').where('started_at', '<', before).delete();
}
