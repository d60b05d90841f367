import * as contract from '@qafila/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { openMonthlyDues } from './monthly-aid.ts';
import { type Desk, NOON, openDesk, systemOf } from './testing.ts';

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.set(NOON);
  desk = await openDesk(server);
});
beforeEach(() => server.clock.set(NOON));
afterAll(() => server.close());

const MONTHLY = { kind: 'in_kind', cadence: 'monthly' } as const;
const run = () => openMonthlyDues(systemOf(server));
const duesOf = async (id: string): Promise<string[]> => {
  const rows = await server.db('referral_dues').where({ referral_id: id }).orderBy('month');
  return rows.map((it) => `${it.month.slice(0, 7)} ${it.status}`);
};

describe('monthly aid', () => {
  test('is due from the month it was accepted in, and the next month by itself', async () => {
    const id = await desk.at('accepted', MONTHLY);
    expect(await duesOf(id)).toEqual(['2026-03 due']);
    await run();
    expect(await duesOf(id)).toEqual(['2026-03 due', '2026-04 due']);
    expect((await run()).done).toBe(0);
  });

  test('months begin in Damascus', async () => {
    const id = await desk.at('accepted', MONTHLY);
    await run();
    server.clock.set(new Date('2026-03-31T20:59:00Z'));
    await run();
    expect(await duesOf(id)).toEqual(['2026-03 due', '2026-04 due']);
    server.clock.set(new Date('2026-03-31T21:01:00Z'));
    await run();
    expect(await duesOf(id)).toEqual(['2026-03 missed', '2026-04 due', '2026-05 due']);
  });

  test('months that no server saw are made up for, each once, by many at once', async () => {
    const cases = [await desk.at('accepted', MONTHLY), await desk.at('in_progress', MONTHLY)];
    server.clock.set(new Date('2026-06-02T09:00:00Z'));
    await Promise.all([run(), run(), run(), run()]);
    const later = ['2026-04 missed', '2026-05 missed', '2026-06 due', '2026-07 due'];
    expect(await duesOf(cases[0] ?? '')).toEqual(['2026-03 missed', ...later]);
    expect(await duesOf(cases[1] ?? '')).toEqual(['2026-03 given', ...later]);
  });

  test('help settles its month, also one that was missed; help again changes nothing', async () => {
    const id = await desk.at('accepted', MONTHLY);
    server.clock.set(new Date('2026-04-05T09:00:00Z'));
    const mine = await server.as('association', { associationId: desk.mine.associationId ?? '' });
    await run();
    expect(await duesOf(id)).toEqual(['2026-03 missed', '2026-04 due', '2026-05 due']);
    const help = (forMonth: string) => desk.help(id, { forMonth, givenOn: '2026-04-05' }, mine);
    for (const month of ['2026-03', '2026-04', '2026-04']) expect((await help(month)).status).toBe(201);
    await run();
    expect(await duesOf(id)).toEqual(['2026-03 given', '2026-04 given', '2026-05 due']);
    for (const month of ['2026-02', '2026-06', '2026-13']) {
      expect((await help(month)).problem.errors?.[0]?.path).toBe('forMonth');
    }
    expect((await desk.help(id, { givenOn: '2026-04-05' }, mine)).problem.errors?.[0]?.path).toBe('forMonth');
  });

  test('of one month is no longer owed when the case has ended or was called back', async () => {
    for (const end of [
      desk.recall,
      desk.withdraw,
      (id: string) => desk.close(id, { outcome: 'unreachable' }),
    ]) {
      const id = await desk.at('accepted', MONTHLY);
      await run();
      await end(id);
      await run();
      expect(await duesOf(id)).toEqual([]);
    }
  });
});

test('what is owed is listed by month, to an association its own', async () => {
  const id = await desk.at('accepted', MONTHLY);
  await run();
  const query = { month: '2026-04', status: 'due' } as const;
  const { body } = await desk.mine.call(contract.listReferralDues, { query });
  expect(body.items.find((it) => it.referralId === id)).toMatchObject({
    month: '2026-04',
    status: 'due',
    kind: 'in_kind',
    association: { id: desk.mine.associationId },
  });
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const asked = { limit: 3, ...(cursor !== undefined && { cursor }) };
    const page = (await desk.official.call(contract.listReferralDues, { query: asked })).body;
    pages.push(...page.items.map((it) => `${it.month} ${it.referralId}`));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(pages).toEqual([...new Set(pages)].toSorted().toReversed());
  expect(await server.db('referral_dues')).toHaveLength(pages.length);
  expect((await desk.other.call(contract.listReferralDues)).body.items).toEqual([]);
});

test('what an association is told of a month is kept whole or not at all', async () => {
  await desk.at('accepted', MONTHLY);
  server.clock.set(new Date('2026-05-01T09:00:00Z'));
  await server.db.raw('ALTER TABLE notice_threads ADD CONSTRAINT cut_short CHECK (false) NOT VALID');
  await expect(run()).rejects.toThrow('cut_short');
  await server.db.raw('ALTER TABLE notice_threads DROP CONSTRAINT cut_short');
  await run();
  const key = `referral_due:${desk.mine.associationId}:2026-05`;
  const threads = await server
    .db('notice_threads as t')
    .join('notices as n', 'n.id', 't.notice_id')
    .where({ 'n.system_key': key });
  expect(threads).toHaveLength(1);
});

test('an association is told of each new case, and once of a month that begins; by codes and numbers alone', async () => {
  const id = await desk.at('accepted', MONTHLY);
  const { code } = await server.db('referrals').where({ id }).first('code');
  server.clock.set(new Date('2026-04-01T09:00:00Z'));
  await Promise.all([run(), run()]);
  await run();
  const told = await server.db('notices').where('system_key', 'like', 'referral_%');
  const ofCase = told.filter((it) => it.system_values.code === code);
  expect(ofCase.map((it) => [it.system_kind, it.system_values])).toEqual([
    ['referral_received', { code, ...MONTHLY }],
  ]);
  const owed = await server
    .db('referral_dues')
    .where({ month: '2026-04-01', status: 'due', association_id: desk.mine.associationId });
  const key = `referral_due:${desk.mine.associationId}:2026-04`;
  expect(told.filter((it) => it.system_key === key).map((it) => it.system_values)).toEqual([
    { month: '2026-04', count: expect.any(Number) },
  ]);
  expect(owed.length).toBeGreaterThan(0);
});
