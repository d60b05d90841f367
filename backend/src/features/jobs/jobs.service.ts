import { randomUUID } from 'node:crypto';
import { JOB_EVERY_MIN, type Job, JobName, type JobOutcome, type JobRun } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { audit } from '../../platform/audit.repository.ts';
import type { BindDeps } from '../../platform/bind.ts';
import type { Context } from '../../platform/context.ts';
import type { Jobs } from '../../platform/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { alone, beginRun, endRun, lastRun, type RunRow, runsOf, totalsOf } from './jobs.repository.ts';

const MINUTE_MS = 60_000;
const COUNTED_MS = 7 * 86_400_000;
const RUNS_LISTED = 100;
/** No job works as long as that; one that seems to was cut short. */
const CUT_SHORT_AFTER_MS = 15 * MINUTE_MS;

export async function list({ db, now }: Context): Promise<Job[]> {
  return await Promise.all(
    JobName.options.map(async (name) => {
      const everyMin = JOB_EVERY_MIN[name];
      const last = await lastRun(db, name);
      const totals = await totalsOf(db, name, new Date(now().getTime() - COUNTED_MS));
      return {
        name,
        everyMin,
        lastRun: last ? toRun(last, now()) : null,
        ...totals,
        lastSucceededAt: totals.lastSucceededAt?.toISOString() ?? null,
        isLate: !last || now().getTime() - last.startedAt.getTime() > 2 * everyMin * MINUTE_MS,
      };
    }),
  );
}

export async function listRuns({ db, now }: Context, name: JobName): Promise<JobRun[]> {
  return (await runsOf(db, name, RUNS_LISTED)).map((run) => toRun(run, now()));
}

/** A run holds a connection while it works with others: all asked for at once would take them from people's requests. */
const askedOf = new WeakSet<Db>();

/** @throws {Refusal} `conflict` while it runs already, or another that was asked for */
export async function runAsked(ctx: Context, jobs: Jobs, name: JobName): Promise<JobRun> {
  if (askedOf.has(ctx.db)) throw new Refusal('conflict');
  askedOf.add(ctx.db);
  const run = await runOnce(ctx, jobs, name).finally(() => askedOf.delete(ctx.db));
  if (!run) throw new Refusal('conflict');
  await audit(ctx, { action: 'job.run', subjectType: 'job', subjectId: null, detail: { name } });
  return toRun(run, ctx.now());
}

/**
 * As pg-boss asks for it; false when the job runs already, on whichever server.
 * @throws what the job threw, so that it is tried again
 */
export async function runAsServer(deps: BindDeps, jobs: Jobs, name: JobName): Promise<boolean> {
  const run = await runOnce(deps, jobs, name, (error) => {
    throw error;
  });
  return run !== undefined;
}

async function runOnce(
  { db, now, announce }: BindDeps,
  jobs: Jobs,
  name: JobName,
  onFailure: (error: unknown) => void = () => undefined,
): Promise<RunRow | undefined> {
  const system: Context = {
    db,
    now,
    announce,
    actor: { userId: '', name: '', role: 'admin', associationId: null, scope: 'any' },
  };
  return await alone(db, name, async () => {
    const run = { id: randomUUID(), startedAt: now() };
    await beginRun(db, { ...run, name });
    const { doneCount, failure, error } = await jobs[name](system).then(
      ({ done }) => ({ doneCount: done, failure: null, error: undefined }),
      (thrown: unknown) => ({ doneCount: null, failure: codeOf(thrown), error: thrown }),
    );
    const end = { finishedAt: now(), doneCount, failure };
    await endRun(db, run.id, end);
    announce({ kind: 'workChanged', topics: ['jobs'], associationIds: [] });
    if (failure !== null) onFailure(error);
    return { ...run, ...end };
  });
}

/** Texts of errors may quote people's data; codes and names do not. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}`.slice(0, 80) : error.name;
}

function toRun({ startedAt, finishedAt, ...run }: RunRow, now: Date): JobRun {
  return {
    ...run,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    outcome: outcomeOf({ startedAt, finishedAt, ...run }, now),
  };
}

function outcomeOf({ startedAt, finishedAt, failure }: RunRow, now: Date): JobOutcome {
  if (failure !== null) return 'failed';
  if (finishedAt !== null) return 'succeeded';
  return now.getTime() - startedAt.getTime() > CUT_SHORT_AFTER_MS ? 'cut_short' : 'running';
}
