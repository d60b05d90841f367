import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

const EMPTY: contract.FinanceFigures = {
  openingSyp: 0,
  income: Object.fromEntries(
    contract.INCOME_SOURCES.map((head) => [head, 0]),
  ) as contract.FinanceFigures['income'],
  spending: Object.fromEntries(
    contract.SPENDING_HEADS.map((head) => [head, 0]),
  ) as contract.FinanceFigures['spending'],
  closingSyp: 0,
  openingReason: '',
  note: '',
};
const GOOD: contract.FinanceFigures = {
  ...EMPTY,
  openingSyp: 1_000,
  income: { ...EMPTY.income, grants: 5_000, membership: 500 },
  spending: { ...EMPTY.spending, relief: 4_000, administration: 700 },
  closingSyp: 1_800,
};

let server: TestServer;
let world: World;
let official: Client;
let mine: string;
let member: Client;
let stranger: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  server.clock.set(new Date('2026-03-10T09:00:00Z'));
  official = await server.as('official');
  mine = await world.association();
  member = await server.as('association', { associationId: mine });
  stranger = await server.as('association');
});
afterAll(() => server.close());

const open = (year: number, client = member, associationId = mine) =>
  client.call(contract.openFinances, { params: { associationId }, body: { year } });
const save = (id: string, ifMatch: number, body: object, client = member) =>
  client.call(contract.saveFinances, { params: { financeId: id }, ifMatch, body });
const submit = (id: string, ifMatch: number, figures: object, client = member) =>
  client.call(contract.submitFinances, {
    params: { financeId: id },
    ifMatch,
    body: { figures, documentIds: [] },
  });
const review = async (id: string, body: object, client = official, ifMatch?: number) => {
  const known = await server.db('finance_years').where({ id }).first('version');
  return await client.call(contract.reviewFinances, {
    params: { financeId: id },
    ifMatch: ifMatch ?? known?.version ?? 1,
    body,
  });
};

async function begun(year: number): Promise<string> {
  return (await open(year)).body.finance.id;
}

test('figures that were handed in since a year was read are not accepted unread', async () => {
  const id = await begun(2011);
  const { version } = (await submit(id, 1, GOOD)).body;
  const returned = (await review(id, { command: 'return', reason: 'أعيدوا الجمع' })).body;
  await submit(id, returned.version, { ...GOOD, openingSyp: 2_000, closingSyp: GOOD.closingSyp + 1_000 });
  const refused = await review(id, { command: 'accept' }, official, version);
  expect([refused.status, refused.problem.code]).toEqual([412, 'version_stale']);
});

describe('a year', () => {
  test('is begun, kept unfinished, handed in balanced, returned, and accepted', async () => {
    const id = await begun(2020);
    const kept = await save(id, 1, { ...GOOD, closingSyp: 5 });
    expect(kept.body.finance).toMatchObject({
      state: 'draft',
      incomeSyp: 5_500,
      spendingSyp: 4_700,
      version: 2,
    });
    const { body } = await submit(id, 2, GOOD);
    expect(body.finance).toMatchObject({ state: 'submitted', figures: GOOD });
    expect((await review(id, { command: 'return', reason: 'grants lack their source' })).status).toBe(200);
    const { body: returned } = await member.call(contract.readFinances, { params: { financeId: id } });
    await submit(id, returned.version, GOOD);
    const { body: accepted } = await review(id, { command: 'accept' });
    expect(accepted.finance.state).toBe('accepted');
    expect(accepted.steps.map(({ command }) => command)).toEqual(['submit', 'return', 'submit', 'accept']);
    expect((await save(id, accepted.version, GOOD)).problem.code).toBe('transition_not_allowed');
  });

  test('opens with what the year before ended with; to begin otherwise takes a reason', async () => {
    const { body } = await open(2021);
    expect(body.finance).toMatchObject({ previousClosingSyp: 1_800, figures: { openingSyp: 1_800 } });
    const other = { ...GOOD, openingSyp: 1_700, closingSyp: 2_500 };
    const { problem } = await submit(body.finance.id, 1, other);
    expect(problem.errors).toMatchObject([{ path: 'figures.openingReason', code: 'reason_required' }]);
    const said = await submit(body.finance.id, 1, { ...other, openingReason: 'a cheque that bounced' });
    expect(said.status).toBe(200);
  });

  test('that does not balance is not taken, and it is said by how much', async () => {
    const id = await begun(2019);
    const { status, problem } = await submit(id, 1, { ...GOOD, closingSyp: 1_900 });
    expect([status, problem.errors]).toMatchObject([
      400,
      [
        {
          path: 'figures.closingSyp',
          code: 'does_not_balance',
          values: { expected: 1_800, difference: 100 },
        },
      ],
    ]);
  });
});

describe('what is never kept', () => {
  test('a year twice, or one that has not come', async () => {
    await begun(2010);
    expect((await open(2010)).problem.code).toBe('conflict');
    expect((await open(2027)).problem.errors).toMatchObject([{ path: 'year', code: 'after_now' }]);
  });

  test('two changes made at once', async () => {
    const id = await begun(2018);
    const answers = await Promise.all([save(id, 1, GOOD), save(id, 1, EMPTY)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('a year out of balance by any way, or sums that are not those of its lines', async () => {
    const id = await begun(2017);
    await submit(id, 1, GOOD);
    const year = () => server.db('finance_years').where({ id });
    await expect(year().update({ closing_syp: 1 })).rejects.toThrow('finance_years_balance');
    await expect(year().update({ income_syp: 5_501, closing_syp: 1_801 })).rejects.toThrow('sums');
    await expect(server.db('finance_steps').where({ finance_id: id }).delete()).rejects.toThrow(
      'append-only',
    );
  });

  test.each([
    ['less than nothing', { income: { ...EMPTY.income, grants: -1 } }, 'income.grants'],
    ['half a pound', { income: { ...EMPTY.income, grants: 0.5 } }, 'income.grants'],
    ['more than there is', { spending: { ...EMPTY.spending, relief: 2 ** 53 + 2 } }, 'spending.relief'],
    ['a number as text', { closingSyp: '1e3' }, 'closingSyp'],
    ['a source that is none', { income: { ...EMPTY.income, lottery: 1 } }, 'income.lottery'],
    ['a source left out', { income: { grants: 1 } }, 'income.donations_individual'],
    ['a state', { state: 'accepted' }, 'state'],
  ])('%s', async (_what, change, path) => {
    const [existing] = (
      await member.call(contract.listFinancesOfAssociation, { params: { associationId: mine } })
    ).body;
    const id = existing?.year === 2026 ? existing.id : await begun(2026);
    const { status, problem } = await save(id, 1, { ...EMPTY, ...change });
    expect([status, problem.errors?.[0]?.path]).toEqual([400, path]);
    const { body } = await member.call(contract.readFinances, { params: { financeId: id } });
    expect(body.finance.figures).toEqual(EMPTY);
  });
});

test('for others a year is not there; coordinators have no access, members decide nothing', async () => {
  const id = await begun(2016);
  const params = { financeId: id };
  expect((await stranger.call(contract.readFinances, { params })).status).toBe(404);
  expect((await save(id, 1, GOOD, stranger)).status).toBe(404);
  expect((await submit(id, 1, GOOD, stranger)).status).toBe(404);
  expect((await open(2015, stranger)).status).toBe(404);
  const list = await stranger.call(contract.listFinancesOfAssociation, { params: { associationId: mine } });
  expect(list.status).toBe(404);
  expect((await stranger.call(contract.listFinances, {})).body.items).toEqual([]);
  expect((await review(id, { command: 'accept' }, member)).status).toBe(403);
  expect((await review(randomUUID(), { command: 'accept' })).status).toBe(404);
  const coordinator = await server.as('coordinator');
  expect((await coordinator.call(contract.readFinances, { params })).status).toBe(403);
});

test('pages of all years follow one another, drafts last', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await official.call(contract.listFinances, {
      query: { limit: 3, ...(cursor && { cursor }) },
    });
    seen.push(...body.items.map(({ state }) => state));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  const total = await server.db('finance_years').count('* as total').first();
  expect(seen).toHaveLength(Number(total?.['total']));
  expect(seen.lastIndexOf('submitted')).toBeLessThan(seen.indexOf('draft'));
});
