import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { addObligation, typeId } from './testing.ts';

let server: TestServer;
let world: World;
let official: Client;
let coordinator: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  server.clock.set(new Date('2026-06-10T09:00:00Z'));
  official = await server.as('official', { name: 'Samar' });
  coordinator = await server.as('coordinator');
});
afterAll(() => server.close());

/** An association in a campaign, and its member and a coordinator who try to pledge for it. */
async function scene() {
  const associationId = await world.association();
  const campaignId = await world.campaign({ participants: [associationId] });
  const [itemId, siteId] = [await world.item(), await world.site('warehouse')];
  const member = await server.as('association', { associationId });
  const offer = (client: Client) =>
    client.call(contract.offerPledge, {
      params: { campaignId },
      body: {
        ...(client === coordinator && { associationId }),
        ...{ needId: null, itemId, quantity: 10, siteId, readyAt: '2026-06-20T09:00:00Z', note: '' },
      },
    });
  const grant = (body: object, client = official) =>
    client.call(contract.grantPledgeOverride, { params: { associationId }, body });
  const standing = async () =>
    (await member.call(contract.readPledgeStanding, { params: { associationId } })).body;
  return { associationId, member, offer, grant, standing };
}

const overdue = (associationId: string, type = 'annual_accounts') =>
  addObligation(server.db, { associationId, dueOn: '2026-04-30', graceDays: 15, type });

test('papers overdue of a type that blocks keep both the member and a coordinator from pledging', async () => {
  const { associationId, member, offer, standing } = await scene();
  expect((await offer(member)).status).toBe(201);
  await overdue(associationId);
  await overdue(associationId, 'licence');
  for (const client of [member, coordinator]) {
    const { status, problem } = await offer(client);
    expect([status, problem.code, problem.values]).toEqual([
      409,
      'obligation_overdue',
      {
        typesAr: expect.stringContaining('الحسابات الختامية'),
        typesEn: expect.stringMatching(
          /^(Annual accounts, Licence renewal|Licence renewal, Annual accounts)$/,
        ),
        dueOn: '2026-04-30',
      },
    ]);
  }
  expect(await standing()).toMatchObject({ mayPledge: false, override: null, overdue: [{}, {}] });
});

test('a type that does not block is overdue and blocks nothing, until officials say that it does', async () => {
  const { associationId, member, offer, standing } = await scene();
  await overdue(associationId, 'annual_report');
  expect((await offer(member)).status).toBe(201);
  expect(await standing()).toMatchObject({ mayPledge: true, overdue: [{ standing: 'overdue' }] });
  const block = (blocksPledges: boolean, ifMatch: number) =>
    official.call(contract.updateObligationType, {
      params: { typeId: typeId('annual_report') },
      ifMatch,
      body: { blocksPledges },
    });
  const { body } = await block(true, 1);
  expect((await offer(member)).problem.code).toBe('obligation_overdue');
  await block(false, body.version);
});

test('handing in opens the way, and being returned closes it again', async () => {
  const { associationId, member, offer } = await scene();
  const id = await overdue(associationId);
  const become = (state: string) =>
    server.db('obligations').where({ id }).update({ state, submitted_at: new Date() });
  await become('submitted');
  expect((await offer(member)).status).toBe(201);
  await become('returned');
  expect((await offer(member)).status).toBe(409);
});

test('an official permits it with a reason and an end; after the end, or taken back, it holds no longer', async () => {
  const { associationId, member, offer, grant, standing } = await scene();
  await overdue(associationId);
  const reason = 'the fires do not wait for the auditor';
  const { body } = await grant({ reason, endsOn: '2026-06-20' });
  expect(body).toMatchObject({
    reason,
    grantedByName: 'Samar',
    endsOn: '2026-06-20',
    isInForce: true,
    revoked: null,
  });
  expect((await offer(member)).status).toBe(201);
  expect(await standing()).toMatchObject({ mayPledge: true, override: { id: body.id } });
  expect((await grant({ reason, endsOn: '2026-06-25' })).problem.code).toBe('conflict');

  const revoke = () =>
    official.call(contract.revokePledgeOverride, {
      params: { overrideId: body.id },
      body: { reason: 'they gave goods they do not have' },
    });
  expect((await revoke()).body).toMatchObject({ isInForce: false, revoked: { byName: 'Samar' } });
  expect((await offer(member)).status).toBe(409);
  expect((await revoke()).problem.code).toBe('transition_not_allowed');

  await grant({ reason, endsOn: '2026-06-11' });
  for (const [at, status] of [
    ['2026-06-11T20:59:00Z', 201],
    ['2026-06-11T21:01:00Z', 409],
  ] as const) {
    server.clock.set(new Date(at));
    expect([at, (await offer(member)).status]).toEqual([at, status]);
  }
  server.clock.set(new Date('2026-06-10T09:00:00Z'));
});

test('permissions are listed newest first, those in force apart', async () => {
  const { associationId, grant } = await scene();
  const first = await grant({ reason: 'one', endsOn: '2026-06-11' });
  await official.call(contract.revokePledgeOverride, {
    params: { overrideId: first.body.id },
    body: { reason: 'wrong association' },
  });
  server.clock.advance(60_000);
  const second = await grant({ reason: 'two', endsOn: '2026-06-11' });
  const list = async (state: 'in_force' | 'all') =>
    (await official.call(contract.listPledgeOverrides, { query: { associationId, state } })).body.items.map(
      ({ id }) => id,
    );
  expect(await list('in_force')).toEqual([second.body.id]);
  expect(await list('all')).toEqual([second.body.id, first.body.id]);
});

test.each([
  ['no reason', { reason: '', endsOn: '2026-06-20' }, 'reason', 'required'],
  ['an end that is past', { reason: 'why', endsOn: '2026-06-09' }, 'endsOn', 'before_now'],
  ['no end in sight', { reason: 'why', endsOn: '2027-06-09' }, 'endsOn', 'too_late'],
  ['30 February', { reason: 'why', endsOn: '2027-02-30' }, 'endsOn', 'invalid_format'],
])('a permission with %s is refused', async (_what, body, path, code) => {
  const { grant } = await scene();
  const { status, problem } = await grant(body);
  expect([status, problem.errors?.[0]]).toMatchObject([400, { path, code }]);
});

test('only officials permit it', async () => {
  const { member, grant } = await scene();
  const body = { reason: 'why not', endsOn: '2026-06-20' };
  expect((await grant(body, member)).status).toBe(403);
  expect((await grant(body, coordinator)).status).toBe(403);
  expect((await member.call(contract.listPledgeOverrides, {})).status).toBe(403);
  const nowhere = await official.call(contract.grantPledgeOverride, {
    params: { associationId: randomUUID() },
    body,
  });
  expect(nowhere.status).toBe(404);
});
