import { JOB_EVERY_MIN, JobName } from '@qafila/contract';
import type { Db } from '@qafila/db';
import PgBoss from 'pg-boss';
import type { Context } from './context.ts';
import { settingUpAlone } from './jobs.repository.ts';

/**
 * Does whatever is due and not yet done. It may be cut short anywhere and run again, also on two servers at once:
 * each thing is done in a small transaction of its own, under a key that cannot be used twice.
 */
export type JobWork = (ctx: Context) => Promise<{ done: number }>;

export type Jobs = Readonly<Record<JobName, JobWork>>;

type ScheduleDeps = {
  readonly db: Db;
  /** The same database, by its address: pg-boss keeps a few connections of its own. */
  readonly url: string;
  /** False when the job runs already, here or on another server. */
  readonly run: (name: JobName) => Promise<boolean>;
  readonly onFailure: (error: unknown) => void;
};

const CONNECTIONS = 2;
/** A run whose process was killed is given to another one after that. */
const GIVEN_UP_AFTER_MIN = 5;
const MAINTENANCE_S = 60;
/** Who finds a job running looks again: the one who runs it may be killed. */
const LOOK_AGAIN_S = 10;
const LOOKS = 6;
const POLL_S = 5;
const QUEUE = {
  retryLimit: LOOKS,
  retryDelay: LOOK_AGAIN_S,
  expireInMinutes: GIVEN_UP_AFTER_MIN,
} as const;
/** Late in the hour enough for a day in Damascus to have begun everywhere. */
const MINUTE = 4;

/** Has pg-boss call every job when it is time, on one of all the servers on this database; the answer stops it. */
export async function scheduleJobs({ db, url, run, onFailure }: ScheduleDeps): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'qafila-jobs',
    maintenanceIntervalSeconds: MAINTENANCE_S,
  });
  boss.on('error', onFailure);
  const inTurn = oneAfterTheOther();
  const runOrRetry = async (name: JobName): Promise<void> => {
    if (!(await run(name))) throw new Error(`${name} runs already`);
  };
  await settingUpAlone(db, async () => {
    await boss.start();
    for (const name of JobName.options) await boss.createQueue(name, { name, ...QUEUE });
    for (const name of JobName.options) await boss.updateQueue(name, { name, ...QUEUE });
    for (const name of JobName.options) await boss.schedule(name, cronOf(JOB_EVERY_MIN[name]));
    await forgetUnknown(boss);
  });
  for (const name of JobName.options) {
    await boss.work(name, { pollingIntervalSeconds: POLL_S }, () => inTurn(() => runOrRetry(name)));
    // What became due while no server ran is not left until the next turn.
    await boss.send(name, {});
  }
  return () => boss.stop({ timeout: 5_000 });
}

/** Jobs of an older version are no longer called. */
async function forgetUnknown(boss: PgBoss): Promise<void> {
  for (const { name } of await boss.getSchedules()) if (!(name in JOB_EVERY_MIN)) await boss.unschedule(name);
}

function cronOf(everyMin: number): string {
  return everyMin >= 60 ? `${MINUTE} * * * *` : `*/${everyMin} * * * *`;
}

/** A job holds a connection while it works with others: all at once they would take them from people's requests. */
function oneAfterTheOther(): (work: () => Promise<unknown>) => Promise<unknown> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
