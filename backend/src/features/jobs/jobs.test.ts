import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Jobs, scheduleJobs } from '../../platform/jobs.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { runAsServer } from './index.ts';
import { runAsked } from './jobs.service.ts';

let server: TestServer;
let admin: Client;
beforeAll(async () => {
  server = await startTestServer();
  admin = await server.as('admin');
});
afterAll(() => server.close());

/** All jobs do this. */
function jobsThat(work: Jobs['upkeep']): Jobs {
  return Object.fromEntries(contract.JobName.options.map((name) => [name, work])) as Jobs;
}

const deps = () => ({ db: server.db, now: server.clock.now, announce: () => undefined });
const upkeep = async () => {
  const { body } = await admin.call(contract.listJobs);
  return body.find(({ name }) => name === 'upkeep');
};

describe('a run', () => {
  test('is on record with what it did', async () => {
    expect(await upkeep()).toMatchObject({ lastRun: null, isLate: true });
    await runAsServer(
      deps(),
      jobsThat(async () => ({ done: 3 })),
      'upkeep',
    );
    expect(await upkeep()).toMatchObject({
      lastRun: { outcome: 'succeeded', doneCount: 3, failure: null },
      doneCount: 3,
      isLate: false,
    });
  });

  test('that fails is on record by a name that tells nothing of people, and is thrown to be tried again', async () => {
    const jobs = jobsThat(() => Promise.reject(new RangeError('ليلى نصر is not a number')));
    await expect(runAsServer(deps(), jobs, 'upkeep')).rejects.toThrow(RangeError);
    expect(await upkeep()).toMatchObject({ lastRun: { outcome: 'failed', failure: 'RangeError' } });
    const { rows } = await server.db.raw('SELECT * FROM job_runs');
    expect(JSON.stringify(rows)).not.toContain('ليلى');
  });

  test('that is asked for is one at a time, so that none are left without a connection', async () => {
    const jobs = jobsThat(async () => {
      await server.db.raw('SELECT pg_sleep(0.2)');
      return { done: 0 };
    });
    const actor = {
      userId: admin.userId,
      name: '',
      role: 'admin',
      associationId: null,
      scope: 'any',
    } as const;
    const asked = contract.JobName.options.map((name) => runAsked({ ...deps(), actor }, jobs, name));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(runAsked({ ...deps(), actor }, jobs, 'upkeep')).resolves.toBeDefined();
  });

  test('of one job is never two at once, however many servers ask', async () => {
    let working = 0;
    let most = 0;
    let runs = 0;
    const jobs = jobsThat(async () => {
      runs++;
      most = Math.max(most, ++working);
      await new Promise((resolve) => setTimeout(resolve, 100));
      working--;
      return { done: 1 };
    });
    await Promise.all(Array.from({ length: 4 }, () => runAsServer(deps(), jobs, 'upkeep')));
    expect([most, runs]).toEqual([1, 1]);
  });

  test('whose server was killed is told apart from one that works', async () => {
    server.clock.advance(3_600_000);
    await server.db('job_runs').insert({
      id: '00000000-0000-4000-8000-000000000001',
      name: 'upkeep',
      started_at: server.clock.now(),
    });
    expect((await upkeep())?.lastRun?.outcome).toBe('running');
    server.clock.advance(20 * 60_000);
    expect((await upkeep())?.lastRun?.outcome).toBe('cut_short');
  });
});

describe('the admin', () => {
  test('runs a job now and sees it among its runs unless there was nothing to do', async () => {
    const { status, body } = await admin.call(contract.runJob, { params: { jobName: 'upkeep' } });
    expect([status, body.outcome, body.doneCount]).toEqual([201, 'succeeded', 0]);
    const runs = await admin.call(contract.listJobRuns, { params: { jobName: 'upkeep' } });
    expect(runs.body.map((run) => run.id)).not.toContain(body.id);
    expect(runs.body.map((run) => run.outcome)).toContain('failed');
  });

  test('is the only one who may', async () => {
    for (const role of ['official', 'coordinator', 'association'] as const) {
      const client = await server.as(role);
      expect((await client.call(contract.listJobs)).status).toBe(403);
      const run = await client.call(contract.runJob, { params: { jobName: 'upkeep' } });
      expect(run.status).toBe(403);
    }
  });
});

test('between two servers on one database no job is forgotten', async () => {
  const calls: string[] = [];
  const failures: unknown[] = [];
  const schedule = (who: string) =>
    scheduleJobs({
      db: server.db,
      url: server.databaseUrl,
      run: async (name) => calls.push(`${who} ${name}`) > 0,
      onFailure: (error) => failures.push(error),
    });
  const [stopOne, stopOther] = await Promise.all([schedule('one'), schedule('other')]);
  await expect
    .poll(() => calls.length, { timeout: 30_000 })
    .toBeGreaterThanOrEqual(contract.JobName.options.length);
  await Promise.all([stopOne(), stopOther()]);
  const names = calls.map((call) => call.split(' ')[1]);
  expect([...new Set(names)].sort()).toEqual([...contract.JobName.options].sort());
  expect(failures).toEqual([]);
}, 60_000);
