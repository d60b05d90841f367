import * as contract from '@qafila/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { erasePeople } from './erasing.ts';
import { DAY_MS, type Desk, NOON, openDesk, systemOf } from './testing.ts';

const KEEP_DAYS = 365;

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.set(NOON);
  desk = await openDesk(server);
});
beforeEach(() => server.clock.set(NOON));
afterAll(() => server.close());

const after = (days: number) => server.clock.set(new Date(NOON.getTime() + days * DAY_MS));
const run = () => erasePeople(systemOf(server), KEEP_DAYS);
const isKept = async (id: string) =>
  (await server.db('referral_people').where({ referral_id: id }).first()) !== undefined;

describe('when its time is over', () => {
  test('a citizen is erased, not a day before, and what was written with them', async () => {
    const id = await desk.at('accepted');
    await desk.help(id, { lines: [{ itemId: null, description: 'دواء', quantity: 1 }], note: 'سلّمت لأخيها' });
    await desk.close(id, { outcome: 'other', note: 'انتقلت إلى حمص' });
    after(KEEP_DAYS - 1);
    await run();
    expect(await isKept(id)).toBe(true);
    after(KEEP_DAYS + 1);
    await run();
    expect(await isKept(id)).toBe(false);
    expect(await server.db('referral_steps').where({ referral_id: id }).whereNot({ note: '' })).toEqual([]);
    const help = await server.db('referral_help').where({ referral_id: id });
    expect(help).toMatchObject([{ note: '', amount_syp: 500_000 }]);
    expect(await server.db('referral_help_lines').where({ help_id: help[0].id })).toMatchObject([
      { description: '', quantity: 1 },
    ]);
    const official = await server.as('official');
    const { body } = await desk.file(id, official);
    expect(body.referral).toMatchObject({ status: 'closed', outcome: 'other', householdSize: 5 });
    expect(body.referral.erasedAt).not.toBeNull();
    expect(body.steps.at(-1)).toMatchObject({ kind: 'erase', actorName: null });
  });

  test('every one is erased once, by many runs at once, and only the count is on record', async () => {
    const cases = [await desk.at('closed'), await desk.at('withdrawn'), await desk.at('closed')];
    after(KEEP_DAYS + 1);
    const last = await server.db('audit_log').max('id as id').first();
    await Promise.all([run(), run(), run()]);
    await run();
    for (const id of cases) {
      const steps = await server.db('referral_steps').where({ referral_id: id, kind: 'erase' });
      expect([await isKept(id), steps.length]).toEqual([false, 1]);
    }
    const rows = await server.db('audit_log').where('id', '>', last?.['id']);
    expect(rows.every((it) => it.subject_id === null && Object.keys(it.detail).join() === 'count')).toBe(
      true,
    );
    expect((await run()).done).toBe(0);
  });

  test('a case that nobody touched for as long ends, and its citizen goes after that', async () => {
    const cases = [await desk.at('opened'), await desk.at('accepted', { cadence: 'monthly' })];
    after(KEEP_DAYS + 1);
    await run();
    for (const id of cases) {
      const row = await server.db('referrals').where({ id }).first();
      expect(row).toMatchObject({ status: 'withdrawn', withdrawal_reason: 'lapsed' });
      expect(await isKept(id)).toBe(true);
    }
    expect(await server.db('referral_dues').where({ referral_id: cases[1], status: 'due' })).toEqual([]);
    after(2 * KEEP_DAYS + 2);
    await run();
    for (const id of cases) expect(await isKept(id)).toBe(false);
  });
});

test('the figures stay as they were', async () => {
  const months = { from: '2026-03', to: '2026-03' };
  const figures = async () => {
    const official = await server.as('official');
    return (await official.call(contract.readReferralFigures, { query: months })).body.cells;
  };
  await desk.at('closed');
  after(KEEP_DAYS - 1);
  await run();
  const before = await figures();
  after(KEEP_DAYS + 1);
  await run();
  const lapsed = before.filter((it) => it.result !== 'open' && it.result !== 'withdrawn');
  expect((await figures()).filter((it) => it.result !== 'open' && it.result !== 'withdrawn')).toEqual(lapsed);
  expect(lapsed.length).toBeGreaterThan(0);
});

describe('consent that is taken back', () => {
  test('ends an open case and erases the citizen at once', async () => {
    const id = await desk.at('in_progress');
    const { body } = await desk.erase(id);
    expect(body).toMatchObject({
      status: 'withdrawn',
      withdrawalReason: 'consent_withdrawn',
      personAccess: 'none',
      commands: [],
    });
    expect(await isKept(id)).toBe(false);
    expect((await desk.person(id)).status).toBe(404);
    expect((await desk.erase(id)).problem.code).toBe('transition_not_allowed');
  });

  test('erases from a closed case, whose outcome stays', async () => {
    const id = await desk.at('closed');
    expect((await desk.erase(id)).body).toMatchObject({ status: 'closed', outcome: 'unreachable' });
    expect(await isKept(id)).toBe(false);
  });

  test('is nothing where the data are kept on another basis', async () => {
    const basis = { kind: 'legal_obligation', note: 'قرار قضائي' } as const;
    const id = await desk.at('opened', { basis });
    expect((await desk.erase(id)).problem.code).toBe('transition_not_allowed');
    expect(await isKept(id)).toBe(true);
  });
});

test('the history can be forgotten and not rewritten', async () => {
  const id = await desk.at('referred');
  const steps = () => server.db('referral_steps').where({ referral_id: id });
  await expect(steps().update({ note: 'ما لم يُقل' })).rejects.toThrow('append-only');
  await expect(steps().update({ kind: 'accept' })).rejects.toThrow('append-only');
  await expect(steps().del()).rejects.toThrow('append-only');
});
