import * as contract from '@qafila/contract';
import { openDatabase } from '@qafila/db';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '../../platform/context.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { openDueObligations, remindOfObligations } from './index.ts';
import { addObligation, typeId } from './testing.ts';

let server: TestServer;
let world: World;
let system: Context;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  system = {
    db: server.db,
    now: server.clock.now,
    actor: { userId: '', name: '', role: 'admin', associationId: null, scope: 'any' },
    announce: () => undefined,
  };
});
afterAll(() => server.close());

const goTo = (day: string) => server.clock.set(new Date(`${day}T09:00:00Z`));

describe('opening what falls due', () => {
  beforeEach(() => server.db('associations').update({ status: 'dissolved' }));

  const periodsOf = async (associationId: string) =>
    await server
      .db('obligations as o')
      .join('obligation_types as t', 't.id', 'o.type_id')
      .where({ association_id: associationId })
      .orderBy(['due_on', 't.key'])
      .select('t.key', 'period', 'due_on as dueOn', 'overdue_from as overdueFrom');

  test('a declared association is asked some months ahead for what its rules say, once', async () => {
    const associationId = await world.association();
    await server.db('associations').where({ id: associationId }).update({ declared_on: '2021-02-15' });
    goTo('2025-12-10');
    expect(await openDueObligations(system)).toEqual({ done: 2 });
    expect(await openDueObligations(system)).toEqual({ done: 0 });
    goTo('2026-02-01');
    await openDueObligations(system);
    expect(await periodsOf(associationId)).toEqual([
      { key: 'licence', period: '2026', dueOn: '2026-02-15', overdueFrom: '2026-03-18' },
      { key: 'annual_report', period: '2025', dueOn: '2026-03-31', overdueFrom: '2026-04-16' },
      { key: 'annual_accounts', period: '2025', dueOn: '2026-04-30', overdueFrom: '2026-05-16' },
      { key: 'assembly_minutes', period: '2026', dueOn: '2026-05-31', overdueFrom: '2026-06-16' },
    ]);
  });

  test('a board whose term is over is asked for, however long ago; a renewed one when it ends', async () => {
    const associationId = await world.association();
    const term = (startsOn: string, endsOn: string) =>
      server.db('association_board').insert({
        id: crypto.randomUUID(),
        association_id: associationId,
        name: 'A member',
        position: 'chair',
        starts_on: startsOn,
        ends_on: endsOn,
      });
    await term('2020-01-01', '2024-01-01');
    goTo('2025-07-01');
    await openDueObligations(system);
    await term('2025-07-02', '2029-07-02');
    goTo('2029-06-01');
    await openDueObligations(system);
    const board = (await periodsOf(associationId)).filter(({ key }) => key === 'board_renewal');
    expect(board.map(({ dueOn }) => dueOn)).toEqual(['2024-01-01', '2029-07-02']);
  });

  test('nothing is asked of one that is suspended, nor by a rule that is not active', async () => {
    const suspended = await world.association();
    await server.db('associations').where({ id: suspended }).update({ status: 'suspended' });
    const declared = await world.association();
    await server.db('obligation_types').where({ key: 'annual_report' }).update({ is_active: false });
    goTo('2026-01-10');
    await openDueObligations(system);
    expect(await periodsOf(suspended)).toEqual([]);
    expect((await periodsOf(declared)).map(({ key }) => key)).not.toContain('annual_report');
    await server.db('obligation_types').update({ is_active: true });
  });

  test('two servers at once ask once', async () => {
    const associationId = await world.association();
    const other = openDatabase(server.databaseUrl);
    goTo('2026-01-10');
    const done = await Promise.all([
      openDueObligations(system),
      openDueObligations({ ...system, db: other }),
    ]);
    await other.destroy();
    const periods = await periodsOf(associationId);
    expect(done.reduce((sum, it) => sum + it.done, 0)).toBe(periods.length);
    expect(new Set(periods.map(({ key, period }) => key + period)).size).toBe(periods.length);
  });
});

const sentOf = async (id: string) =>
  await server
    .db('obligation_reminders')
    .where({ obligation_id: id })
    .orderBy('sent_at')
    .pluck('offset_days');
const noticesOf = async (id: string) =>
  await server
    .db('notices')
    .whereLike('system_key', `obligation:${id}:%`)
    .orderBy('sent_at')
    .pluck('system_kind');

describe('reminding', () => {
  test('comes 30, 7 and 0 days before the day, and 7 and 30 after it, once each', async () => {
    const id = await addObligation(server.db, {
      associationId: await world.association(),
      dueOn: '2026-03-31',
    });
    for (let day = '2026-02-20'; day < '2026-05-15'; day = contract.addDays(day, 1)) {
      goTo(day);
      await remindOfObligations(system);
      await remindOfObligations(system);
    }
    expect(await sentOf(id)).toEqual([-30, -7, 0, 7, 30]);
    expect(await noticesOf(id)).toEqual([
      'obligation_reminder',
      'obligation_reminder',
      'obligation_reminder',
      'obligation_overdue',
      'obligation_overdue',
    ]);
  });

  test('days that were missed are not made up for: one comes, the latest', async () => {
    const id = await addObligation(server.db, {
      associationId: await world.association(),
      dueOn: '2026-08-31',
    });
    for (const day of ['2026-07-31', '2026-08-02', '2026-09-15']) {
      goTo(day);
      await remindOfObligations(system);
    }
    expect(await sentOf(id)).toEqual([-30, 7]);
  });

  test('ends when it is handed in, and goes on when it is returned', async () => {
    const id = await addObligation(server.db, {
      associationId: await world.association(),
      dueOn: '2026-11-30',
    });
    const become = (state: string) =>
      server.db('obligations').where({ id }).update({ state, submitted_at: new Date() });
    goTo('2026-11-01');
    await remindOfObligations(system);
    await become('submitted');
    goTo('2026-11-25');
    await remindOfObligations(system);
    expect(await sentOf(id)).toEqual([-30]);
    await become('returned');
    await remindOfObligations(system);
    expect(await sentOf(id)).toEqual([-30, -7]);
  });

  test('two servers at once send one; one that breaks off in the middle leaves none half sent', async () => {
    const ids = await Promise.all(
      ['annual_report', 'licence', 'annual_accounts'].map(async (type) =>
        addObligation(server.db, { associationId: await world.association(), dueOn: '2027-01-31', type }),
      ),
    );
    goTo('2027-01-25');
    let announced = 0;
    const breaksOff: Context = {
      ...system,
      announce: () => {
        announced += 1;
        throw new Error('killed');
      },
    };
    await expect(remindOfObligations(breaksOff)).rejects.toThrow('killed');
    expect(announced).toBe(1);
    const other = openDatabase(server.databaseUrl);
    await Promise.all([remindOfObligations(system), remindOfObligations({ ...system, db: other })]);
    await other.destroy();
    for (const id of ids)
      expect([await sentOf(id), await noticesOf(id)]).toEqual([[-7], ['obligation_reminder']]);
  });
});

test('of an obligation that is due on another day the reminders begin anew, also after the last one', async () => {
  const associationId = await world.association();
  const id = await addObligation(server.db, { associationId, dueOn: '2026-03-31' });
  for (const day of ['2026-03-01', '2026-04-30']) {
    goTo(day);
    await remindOfObligations(system);
  }
  expect(await sentOf(id)).toEqual([-30, 30]);
  await server.db('obligations').where({ id }).update({ due_on: '2026-06-30', overdue_from: '2026-07-01' });
  for (const day of ['2026-05-31', '2026-05-31', '2026-07-07']) {
    goTo(day);
    await remindOfObligations(system);
  }
  expect(await sentOf(id)).toEqual([-30, 30, -30, 7]);
  expect(await noticesOf(id)).toHaveLength(4);
});

test('a rule that officials change holds for what is opened from then on', async () => {
  await server.db('associations').update({ status: 'dissolved' });
  const associationId = await world.association();
  goTo('2028-01-10');
  const official = await server.as('official');
  const { body: types } = await official.call(contract.listObligationTypes, {});
  const minutes = types.find(({ key }) => key === 'assembly_minutes');
  const { status } = await official.call(contract.updateObligationType, {
    params: { typeId: typeId('assembly_minutes') },
    ifMatch: minutes?.version ?? 0,
    body: { schedule: { kind: 'yearly', month: 2, day: 29 }, graceDays: 0 },
  });
  expect(status).toBe(200);
  await openDueObligations(system);
  const { body } = await official.call(contract.listObligations, {
    query: { associationId, typeId: typeId('assembly_minutes') },
  });
  expect(body.items).toMatchObject([{ period: '2028', dueOn: '2028-02-29', overdueFrom: '2028-03-01' }]);
});
