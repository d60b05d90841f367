import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { addObligation, addPaper, type Given, typeId } from './testing.ts';

const NOON = new Date('2026-03-10T09:00:00Z');
const TODAY = '2026-03-10';

let server: TestServer;
let world: World;
let official: Client;
let mine: string;
let member: Client;
let stranger: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  server.clock.set(NOON);
  official = await server.as('official', { name: 'Samar' });
  mine = await world.association();
  member = await server.as('association', { associationId: mine });
  stranger = await server.as('association');
});
afterAll(() => server.close());

const add = (dueOn: string, changes: Given = {}) =>
  addObligation(server.db, { associationId: mine, dueOn, ...changes });

const submit = (obligationId: string, documentIds: string[], client = member) =>
  client.call(contract.submitObligation, { params: { obligationId }, body: { note: '', documentIds } });

const review = async (obligationId: string, body: object, client = official, ifMatch?: number) => {
  const steps = await server.db('obligation_steps').where({ obligation_id: obligationId });
  return await client.call(contract.reviewObligation, {
    params: { obligationId },
    ifMatch: ifMatch ?? steps.length,
    body,
  });
};

test('what was handed in since it was read is not accepted unread', async () => {
  const id = await add('2026-04-01');
  const read = (await submit(id, [await addPaper(member, mine)])).body.version;
  await review(id, { command: 'return', reason: 'ينقصه الختم' });
  await submit(id, [await addPaper(member, mine)]);
  const refused = await review(id, { command: 'accept' }, official, read);
  expect([refused.status, refused.problem.code]).toEqual([412, 'version_stale']);
  expect((await review(id, { command: 'accept' })).status).toBe(200);
});

describe('from due to accepted', () => {
  test('what was handed in is returned with a reason, handed in again, and accepted', async () => {
    const id = await add('2026-04-01');
    const [first, second] = [await addPaper(member, mine), await addPaper(member, mine)];
    expect((await submit(id, [first])).body.obligation).toMatchObject({
      state: 'submitted',
      standing: 'in_review',
      submittedAt: NOON.toISOString(),
    });
    expect((await review(id, { command: 'return', reason: 'the auditor did not sign' })).status).toBe(200);
    await submit(id, [second]);
    const { body } = await review(id, { command: 'accept' });
    expect(body.obligation).toMatchObject({ state: 'accepted', standing: 'settled' });
    expect(
      body.steps.map(({ command, fromState, toState, note }) => [command, fromState, toState, note]),
    ).toEqual([
      ['submit', 'due', 'submitted', ''],
      ['return', 'submitted', 'returned', 'the auditor did not sign'],
      ['submit', 'returned', 'submitted', ''],
      ['accept', 'submitted', 'accepted', ''],
    ]);
    expect(body.steps.map(({ documents }) => documents.map((document) => document.id))).toEqual([
      [first],
      [],
      [second],
      [],
    ]);
    expect(body.steps[1]?.actorName).toBe('Samar');
    const told = await server.db('notices').whereRaw(`system_key LIKE ?`, [`obligation:${id}:%`]);
    expect(told).toHaveLength(2);
  });

  test('an official waives it with a reason', async () => {
    const id = await add('2026-01-01');
    expect((await review(id, { command: 'waive' })).problem.errors).toMatchObject([
      { path: 'reason', code: 'reason_required' },
    ]);
    const { body } = await review(id, { command: 'waive', reason: 'founded in December' });
    expect(body.obligation).toMatchObject({ state: 'waived', standing: 'settled' });
  });

  test.each([
    ['accept', {}, 'due'],
    ['return', { reason: 'why' }, 'due'],
    ['waive', { reason: 'why' }, 'accepted'],
    ['accept', {}, 'accepted'],
  ])('%s is not open in every state', async (command, more, state) => {
    const id = await add('2026-04-01', { state: state as contract.ObligationState });
    const { status, problem } = await review(id, { command, ...more });
    expect([status, problem.code]).toEqual([409, 'transition_not_allowed']);
  });

  test('of two who hand in at once, one does', async () => {
    const id = await add('2026-04-01');
    const paper = await addPaper(member, mine);
    const answers = await Promise.all([submit(id, [paper]), submit(id, [paper])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('papers of another association, or none, are refused', async () => {
    const id = await add('2026-04-01');
    const theirs = await addPaper(stranger, stranger.associationId ?? '');
    expect((await submit(id, [theirs])).problem.errors).toMatchObject([
      { path: 'documentIds.0', code: 'no_such_reference' },
    ]);
    expect((await submit(id, [])).problem.errors).toMatchObject([{ path: 'documentIds', code: 'required' }]);
    const { body } = await member.call(contract.readObligation, { params: { obligationId: id } });
    expect([body.obligation.state, body.steps]).toEqual(['due', []]);
  });

  test('what happened cannot be changed afterwards', async () => {
    await expect(server.db('obligation_steps').update({ note: 'never' })).rejects.toThrow('append-only');
    await expect(server.db('obligation_reminders').delete()).resolves.toBe(0);
  });
});

describe('how it stands', () => {
  test.each([
    ['2026-04-10', 'later'],
    ['2026-04-09', 'soon'],
    [TODAY, 'soon'],
    ['2026-03-09', 'grace'],
    ['2026-02-24', 'grace'],
    ['2026-02-23', 'overdue'],
    ['2025-03-31', 'overdue'],
  ])('due on %s with 14 days of grace it is %s, in the list as in the count', async (dueOn, standing) => {
    const associationId = await world.association();
    const id = await addObligation(server.db, { associationId, dueOn, graceDays: 14 });
    const query = { associationId };
    const all = await official.call(contract.listObligations, { query });
    expect(all.body.items).toMatchObject([{ id, standing }]);
    for (const asked of contract.ObligationStanding.options) {
      const { body } = await official.call(contract.listObligations, {
        query: { ...query, standing: asked },
      });
      expect([asked, body.items.length]).toEqual([asked, asked === standing ? 1 : 0]);
    }
    const { body } = await official.call(contract.countObligations, { query });
    expect(body.overdue).toBe(standing === 'overdue' ? 1 : 0);
  });

  test('the day is the one in Damascus', async () => {
    const associationId = await world.association();
    await addObligation(server.db, { associationId, dueOn: '2026-03-10', graceDays: 0 });
    const standings = [];
    for (const at of ['2026-03-10T20:59:00Z', '2026-03-10T21:01:00Z']) {
      server.clock.set(new Date(at));
      const { body } = await official.call(contract.listObligations, { query: { associationId } });
      standings.push(body.items[0]?.standing);
    }
    server.clock.set(NOON);
    expect(standings).toEqual(['soon', 'overdue']);
  });
});

describe('lists', () => {
  test('pages follow one another in the order of days, either way, without a gap', async () => {
    const associationId = await world.association();
    const days = ['2026-05-01', '2026-01-01', '2026-05-01', '2025-05-01', '2026-07-01'];
    const types = ['annual_report', 'annual_accounts', 'licence', 'board_renewal', 'assembly_minutes'];
    for (const [index, dueOn] of days.entries()) {
      await addObligation(server.db, { associationId, dueOn, type: types[index] ?? '' });
    }
    const collect = async (order: 'earliest' | 'latest') => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { associationId, order, limit: 2, ...(cursor && { cursor }) };
        const { body } = await official.call(contract.listObligations, { query });
        seen.push(...body.items.map(({ dueOn }) => dueOn));
        cursor = body.nextCursor ?? undefined;
      } while (cursor);
      return seen;
    };
    expect(await collect('earliest')).toEqual(days.toSorted());
    expect(await collect('latest')).toEqual(days.toSorted().reverse());
  });

  test('a month tells how many of each day stand how', async () => {
    const associationId = await world.association();
    const of = (type: string, dueOn: string, state?: contract.ObligationState) =>
      addObligation(server.db, { associationId, type, dueOn, graceDays: 0, ...(state && { state }) });
    await of('annual_report', '2026-03-01');
    await of('annual_accounts', '2026-03-31');
    await of('licence', '2026-03-31', 'submitted');
    await of('board_renewal', '2026-03-31', 'accepted');
    await of('assembly_minutes', '2026-04-01');
    const { body } = await official.call(contract.readObligationMonth, {
      params: { month: '2026-03' },
      query: { associationId },
    });
    expect(body).toEqual([
      { day: '2026-03-01', overdue: 1, open: 0, inReview: 0, settled: 0 },
      { day: '2026-03-31', overdue: 0, open: 1, inReview: 1, settled: 1 },
    ]);
    const counted = await official.call(contract.countObligations, { query: { associationId } });
    expect(counted.body).toEqual({ overdue: 1, thisWeek: 0, thisMonth: 1, inReview: 1, returned: 0 });
  });

  test.each([
    ['standing', 'late'],
    ['state', 'overdue'],
    ['from', '2026-02-30'],
    ['to', '1442-01-01'],
    ['governorateCode', 'SY15'],
    ['associationId', 'x'],
    ['cursor', '2026-01-01'],
    ['cursor', `2026-01-01 ${randomUUID()} more`],
    ['limit', '0'],
    ['order', 'random()'],
    ['sort', 'due_on'],
  ])('%s=%s is refused', async (name, value) => {
    const answer = await official.raw(`/api/v1/obligations?${new URLSearchParams({ [name]: value })}`);
    const problem = (await answer.json()) as contract.Problem;
    expect([answer.status, problem.code, problem.errors?.[0]?.path]).toEqual([400, 'invalid_input', name]);
  });
});

describe('what is asked for by hand', () => {
  test('is asked for once a period', async () => {
    const body = { typeId: typeId('annual_report'), period: '2011', dueOn: '2026-06-30' };
    const open = () => official.call(contract.openObligation, { params: { associationId: mine }, body });
    const first = await open();
    expect(first.body).toMatchObject({
      openedByName: 'Samar',
      obligation: { state: 'due', dueOn: '2026-06-30' },
    });
    const again = await open();
    expect([again.status, again.problem.code]).toEqual([409, 'conflict']);
  });

  test.each([
    ['a type that is none', { typeId: randomUUID() }, 'typeId'],
    ['30 February', { dueOn: '2026-02-30' }, 'dueOn'],
    ['a Hijri year', { period: '1447' }, 'period'],
    ['an extra field', { state: 'accepted' }, 'state'],
  ])('%s is refused', async (_what, change, path) => {
    const body = { typeId: typeId('annual_report'), period: '2012', dueOn: '2026-06-30', ...change };
    const { status, problem } = await official.call(contract.openObligation, {
      params: { associationId: mine },
      body,
    });
    expect([status, problem.errors?.[0]?.path]).toEqual([400, path]);
  });
});

describe('who may', () => {
  test('for others neither the obligation nor its steps are there, and coordinators have no access', async () => {
    const id = await add('2026-04-20');
    const params = { obligationId: id };
    const missing = await stranger.call(contract.readObligation, { params: { obligationId: randomUUID() } });
    const foreign = await stranger.call(contract.readObligation, { params });
    expect([foreign.status, { ...foreign.problem, instance: '' }]).toEqual([
      404,
      { ...missing.problem, instance: '' },
    ]);
    expect((await submit(id, [randomUUID()], stranger)).status).toBe(404);
    expect((await review(id, { command: 'accept' }, member)).status).toBe(403);
    const list = await stranger.call(contract.listObligations, { query: { associationId: mine } });
    expect(list.body.items).toEqual([]);
    const standing = await stranger.call(contract.readPledgeStanding, { params: { associationId: mine } });
    expect(standing.status).toBe(404);
    const coordinator = await server.as('coordinator');
    expect((await coordinator.call(contract.readObligation, { params })).status).toBe(403);
    expect((await coordinator.call(contract.listObligations, {})).status).toBe(403);
    expect((await server.visitor().call(contract.listObligations, {})).status).toBe(401);
  });
});

test('the calendar file says what is still due, in lines that every program reads', async () => {
  const associationId = await world.association({ nameAr: 'جمعية «الياسمين»؛ فرع دمشق، وريفها' });
  await addObligation(server.db, { associationId, dueOn: '2026-03-31' });
  await addObligation(server.db, {
    associationId,
    dueOn: '2026-04-30',
    type: 'annual_accounts',
    state: 'accepted',
  });
  const answer = await official.raw(`/api/v1/obligations/calendar.ics?associationId=${associationId}`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
  const file = await answer.text();
  const lines = file.split('\r\n');
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART;VALUE=DATE:20260331']);
  expect(file.replaceAll('\r\n ', '')).toContain(
    'SUMMARY:التقرير السنوي 2025 – جمعية «الياسمين»؛ فرع دمشق، وريفها',
  );
});
