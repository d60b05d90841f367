import * as contract from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { DAY_MS, type Desk, NOON, openDesk } from './testing.ts';

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.set(NOON);
  desk = await openDesk(server);
});
afterAll(() => server.close());

test('cases are counted by month, place, kind and result, with their medians and what was given', async () => {
  for (const status of ['opened', 'declined', 'closed', 'withdrawn', 'in_progress'] as const)
    await desk.at(status);
  const id = await desk.at('referred', { kind: 'medical' });
  server.clock.set(new Date(NOON.getTime() + 3 * DAY_MS));
  await desk.accept(id);
  await desk.help(id, { givenOn: '2026-03-13' });
  server.clock.set(new Date(NOON.getTime() + 7 * DAY_MS));
  await desk.close(id);
  const { body } = await desk.official.call(contract.readReferralFigures);
  expect([body.from, body.to]).toEqual(['2025-04', '2026-03']);
  const place = { month: '2026-03', cadence: 'emergency' };
  expect(body.cells).toEqual([
    { ...place, kind: 'cash', result: 'open', count: 3 },
    { ...place, kind: 'cash', result: 'unreachable', count: 1 },
    { ...place, kind: 'cash', result: 'withdrawn', count: 1 },
    { ...place, kind: 'medical', result: 'helped', count: 1 },
  ]);
  const here = { governorateCode: 'SY01' };
  expect(body.governorates).toEqual([
    { ...here, result: 'helped', count: 1 },
    { ...here, result: 'open', count: 3 },
    { ...here, result: 'unreachable', count: 1 },
    { ...here, result: 'withdrawn', count: 1 },
  ]);
  expect(body.offers).toHaveLength(6);
  expect(body.offers.find((it) => it.kind === 'medical' && it.cadence === 'emergency')).toMatchObject({
    medianDaysToAccept: 3,
    medianDaysToClose: 7,
    helpCount: 1,
    amountSyp: 500_000,
  });
  expect(body.medians.medianDaysToClose).toBe(3.5);
});

test('can be narrowed', async () => {
  const cells = async (query: object) =>
    (await desk.official.call(contract.readReferralFigures, { query })).body.cells.length;
  expect(await cells({ kind: 'medical' })).toBe(1);
  expect(await cells({ governorateCode: 'SY06' })).toBe(0);
  expect(await cells({ associationId: desk.other.associationId })).toBe(0);
  expect(await cells({ from: '2025-01', to: '2026-02', cadence: 'emergency' })).toBe(0);
});

test.each([
  [{ from: '2026-04', to: '2026-03' }, 'to'],
  [{ from: '2001-01', to: '2026-03' }, 'from'],
  [{ from: '2026-3' }, 'from'],
])('months %j are refused', async (query, path) => {
  const { status, problem } = await desk.official.call(contract.readReferralFigures, { query });
  expect([status, problem.errors?.[0]?.path]).toEqual([400, path]);
});

test('an association’s load counts what it has, had and sent back', async () => {
  const params = { associationId: desk.mine.associationId ?? '' };
  const { body } = await desk.mine.call(contract.readReferralLoad, { params });
  expect(body).toMatchObject({
    open: 1,
    acceptedLast30Days: 3,
    declined: 1,
    byStatus: { in_progress: 1, closed: 2, opened: 0 },
    byOutcome: { helped: 1, unreachable: 1, not_entitled: 0 },
    amountSyp: 1_000_000,
  });
});

test('the summary says what lies where, and what is mine', async () => {
  const of = async (client = desk.official) => (await client.call(contract.readReferralSummary)).body;
  const all = { opened: 1, declined: 1, in_progress: 1, referred: 0, accepted: 0 };
  expect(await of()).toMatchObject({ all, mine: all });
  expect((await of(desk.colleague)).mine.opened).toBe(0);
  expect((await of(desk.mine)).all).toMatchObject({ opened: 0, in_progress: 1 });
});
