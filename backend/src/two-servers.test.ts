import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addDays, JobName, monthIn } from '@qafila/contract';
import { type Db, migrate } from '@qafila/db';
import { createTestDatabase } from '@qafila/db/testing';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { dayInDamascus } from './platform/calendar.ts';
import { buildServer, startProcess } from './testing/process.ts';
import { createWorld } from './testing/world.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
const PATIENTLY = { timeout: 90_000, interval: 20 };
/** As many of each; long enough in the making to be killed in the middle. */
const MANY = 1_500;

beforeAll(buildServer);

async function start(databaseUrl: string) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-two-'));
  onTestFinished(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  return await startProcess(
    databaseUrl,
    dataDir,
    { SESSION_SECRET: 'a secret of both servers, long enough' },
    (child) => {
      onTestFinished(() => {
        child.kill('SIGKILL');
      });
    },
  );
}

/** Obligations that are due today and months of aid that are owed, and nobody told of either. */
async function muchThatIsDue(db: Db): Promise<void> {
  const world = await createWorld(db);
  const associationId = await world.association();
  const today = dayInDamascus(new Date());
  const { id: typeId } = await db('obligation_types').where({ key: 'annual_report' }).first('id');
  for (let year = 0; year < MANY; year += 75) {
    const other = year === 0 ? associationId : await world.association();
    await db('obligations').insert(
      Array.from({ length: 75 }, (_, index) => ({
        ...{ id: randomUUID(), association_id: other, type_id: typeId, period: String(2001 + index) },
        ...{ due_on: today, overdue_from: addDays(today, 10), state: 'due', opened_at: new Date() },
      })),
    );
  }
  const at = new Date();
  const month = `${monthIn(today)}-01`;
  await db.batchInsert(
    'referrals',
    Array.from({ length: MANY }, (_, index) => ({
      ...{
        id: randomUUID(),
        code: `RF-T-${index}`,
        caseworker_id: world.userId,
        kind: 'cash',
        cadence: 'monthly',
      },
      ...{ priority: 2, governorate_code: 'SY01', basis: 'vital_interest', is_repeated: false },
      ...{ association_id: associationId, status: 'in_progress', opened_at: at, opened_month: month },
      ...{ referred_at: at, accepted_at: at, changed_at: at },
    })),
  );
}

async function countsOf(db: Db) {
  const { rows } = await db.raw(
    `SELECT (SELECT count(*)::int FROM obligation_reminders) AS reminders,
            (SELECT count(*)::int FROM notices WHERE system_kind = 'obligation_reminder') AS notices,
            (SELECT count(*)::int FROM referral_dues) AS dues,
            (SELECT count(*)::int FROM referral_dues WHERE month > :month) AS "nextMonth"`,
    { month: `${monthIn(dayInDamascus(new Date()))}-01` },
  );
  return rows[0] as { reminders: number; notices: number; dues: number; nextMonth: number };
}

const ONCE_EACH = { reminders: MANY, notices: MANY, dues: 2 * MANY, nextMonth: MANY };

test('two servers on one database remind and make the next month due once, also when one is killed in the middle', async () => {
  const { db, url: databaseUrl, drop } = await createTestDatabase();
  onTestFinished(drop);
  await migrate(db);
  await muchThatIsDue(db);
  const one = await start(databaseUrl);
  await start(databaseUrl);
  await expect.poll(async () => (await countsOf(db)).reminders, PATIENTLY).toBeGreaterThan(20);
  const exit = once(one.child, 'exit');
  one.child.kill('SIGKILL');
  await exit;
  const atKill = await countsOf(db);
  expect(atKill.reminders).toBeLessThan(MANY);
  await expect.poll(() => countsOf(db), PATIENTLY).toEqual(ONCE_EACH);

  const before = await runsOf(db);
  await start(databaseUrl);
  await expect
    .poll(async () => (await runsOf(db)) - before, PATIENTLY)
    .toBeGreaterThanOrEqual(JobName.options.length);
  expect(await countsOf(db)).toEqual(ONCE_EACH);
});

async function runsOf(db: Db): Promise<number> {
  const { rows } = await db.raw(`SELECT count(*)::int AS runs FROM job_runs WHERE finished_at IS NOT NULL`);
  return rows[0].runs;
}
