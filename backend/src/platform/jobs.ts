import type { JobName } from '@qafila/contract';
import { JOB_EVERY_MIN } from '@qafila/contract';
import PgBoss from 'pg-boss';
import type { Context } from './context.ts';

/**
 * Does whatever is due and not yet done. It may be cut short anywhere and run again, also on two servers at once:
 * each thing is done in a small transaction of its own, under a key that cannot be used twice.
 */
export type JobWork = (ctx: Context) => Promise<{ done: number }>;

export type Jobs = Readonly<Record<JobName, JobWork>>;

type ScheduleDeps = {
  /** The database, by its address: pg-boss keeps a few connections of its own. */
  readonly url: string;
  readonly run: (name: JobName) => Promise<unknown>;
  readonly onFailure: (error: unknown) => void;
};

const CONNECTIONS = 2;
/** A run whose process was killed is given to another one after that; a second run at once is refused by the lock. */
const GIVEN_UP_AFTER_MIN = 10;
/** Late in the hour enough for a day in Damascus to have begun everywhere. */
const MINUTE = 4;

/** Has pg-boss call every job when it is time, on one of all the servers on this database; the answer stops it. */
export async function scheduleJobs({ url, run, onFailure }: ScheduleDeps): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: url, max: CONNECTIONS, application_name: 'qafila-jobs' });
  boss.on('error', onFailure);
  const inTurn = oneAfterTheOther();
  await boss.start();
  for (const [name, everyMin] of Object.entries(JOB_EVERY_MIN) as [JobName, number][]) {
    const options = { retryLimit: 2, retryDelay: 30, expireInMinutes: GIVEN_UP_AFTER_MIN };
    await boss.createQueue(name, { name, policy: 'stately', ...options });
    await boss.updateQueue(name, { name, policy: 'stately', ...options });
    await boss.work(name, { pollingIntervalSeconds: 10 }, () => inTurn(() => run(name)));
    await boss.schedule(name, cronOf(everyMin));
    // What became due while no server ran is not left until the next turn.
    await boss.send(name, {}, { singletonKey: 'start', singletonSeconds: 60 });
  }
  await forgetUnknown(boss);
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
