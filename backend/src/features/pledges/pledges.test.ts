import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiveGoods } from '../../testing/cargo.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
let coordinator: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  coordinator = await server.as('coordinator');
});
afterAll(() => server.close());

/** A campaign with a need of 100, and a member of an association that takes part. */
async function scene() {
  const associationId = await world.association();
  const member = await server.as('association', { associationId });
  const campaignId = await world.campaign({ participants: [associationId] });
  const itemId = await world.item();
  const siteId = await world.site();
  const destinationId = await world.site('distribution_point');
  const needId = await world.need({ campaignId, siteId: destinationId, itemId, quantity: 100 });
  const offer = {
    needId,
    itemId,
    quantity: 60,
    siteId,
    readyAt: '2026-01-15T09:00:00Z',
    note: '',
  };
  const pledge = (changes: object = {}, client: Client = member) =>
    client.call(contract.offerPledge, { params: { campaignId }, body: { ...offer, ...changes } });
  const accept = (pledgeId: string, quantity: number) =>
    coordinator.call(contract.acceptPledge, { params: { pledgeId }, body: { quantity } });
  const cancel = (pledgeId: string) =>
    coordinator.call(contract.cancelPledge, { params: { pledgeId }, body: { reason: 'تأخر' } });
  const gap = async () =>
    (await coordinator.call(contract.listNeeds, { params: { campaignId } })).body[0]?.coverage.gap;
  return {
    associationId,
    member,
    campaignId,
    itemId,
    siteId,
    destinationId,
    offer,
    pledge,
    accept,
    cancel,
    gap,
  };
}

describe('offering', () => {
  test('an association pledges for itself, and the promise closes no gap yet', async () => {
    const { pledge, associationId, gap } = await scene();
    const { status, body } = await pledge();
    expect(status).toBe(201);
    expect(body.code).toMatch(/^PL-\d{4,}$/);
    expect(body).toMatchObject({
      association: { id: associationId },
      status: 'offered',
      quantity: 60,
      acceptedQuantity: 0,
      need: { gap: 100 },
      decidedAt: null,
      journey: { pledged: 60, accepted: 0, received: 0, loaded: 0, delivered: 0 },
    });
    expect(await gap()).toBe(100);
  });

  test('staff name the association they enter it for; an association must not', async () => {
    const { pledge, associationId } = await scene();
    const unnamed = await pledge({}, coordinator);
    expect(unnamed.problem.errors).toMatchObject([{ path: 'associationId', code: 'required' }]);
    expect((await pledge({ associationId }, coordinator)).status).toBe(201);
    const named = await pledge({ associationId });
    expect(named.problem.errors).toMatchObject([{ path: 'associationId', code: 'unknown_field' }]);
  });

  test('takes a campaign that is active and an association that takes part', async () => {
    const { pledge, campaignId } = await scene();
    const stranger = await pledge({ associationId: await world.association() }, coordinator);
    expect(stranger.problem.code).toBe('not_participating');
    await server.db('campaigns').where({ id: campaignId }).update({ status: 'closed' });
    expect((await pledge()).problem.code).toBe('campaign_not_active');
  });

  test('answers a need of the same campaign and item, at a place that takes goods in', async () => {
    const { pledge, destinationId } = await scene();
    const other = await scene();
    const errorsOf = async (changes: object) => (await pledge(changes)).problem.errors;
    expect(await errorsOf({ needId: other.offer.needId })).toMatchObject([
      { path: 'needId', code: 'no_such_reference' },
    ]);
    expect(await errorsOf({ itemId: other.itemId })).toMatchObject([{ path: 'itemId', code: 'wrong_kind' }]);
    expect(await errorsOf({ siteId: destinationId })).toMatchObject([{ path: 'siteId', code: 'wrong_kind' }]);
    expect(await errorsOf({ itemId: destinationId, needId: null })).toMatchObject([
      { path: 'itemId', code: 'no_such_reference' },
    ]);
  });

  test('the same request under one key is one pledge', async () => {
    const { member, campaignId, offer } = await scene();
    const asked = { params: { campaignId }, body: offer, idempotencyKey: 'one-and-the-same' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => member.call(contract.offerPledge, asked)),
    );
    expect(new Set(answers.map((it) => it.body.id)).size).toBe(1);
    expect(await server.db('pledges').where({ campaign_id: campaignId })).toHaveLength(1);
  });
});

describe('quantities that are none', () => {
  test.each([
    [-1, 'too_small'],
    [0, 'too_small'],
    [-0, 'too_small'],
    [0.1 + 0.2, 'not_an_integer'],
    [2 ** 53 + 2, 'too_big'],
    [10_000_001, 'too_big'],
    ['1e3', 'invalid_type'],
    ['٣٥', 'invalid_type'],
    ['1,5', 'invalid_type'],
    [null, 'invalid_type'],
    [[5], 'invalid_type'],
  ])('%j is refused by name and stores nothing', async (quantity, code) => {
    const { pledge, campaignId } = await scene();
    const { status, problem } = await pledge({ quantity });
    expect(status).toBe(400);
    expect(problem.errors).toContainEqual(expect.objectContaining({ path: 'quantity', code }));
    expect(await server.db('pledges').where({ campaign_id: campaignId })).toEqual([]);
  });

  test.each(['status', 'role', 'id', 'acceptedQuantity', 'constructor'])(
    'nobody slips in %s beside them',
    async (field) => {
      const { pledge } = await scene();
      const { problem } = await pledge({ [field]: 'accepted' });
      expect(problem.errors).toMatchObject([{ path: field, code: 'unknown_field' }]);
    },
  );
});

describe('deciding', () => {
  test('accepted in part, the part closes the gap', async () => {
    const { pledge, accept, gap } = await scene();
    const { id } = (await pledge()).body;
    const { body } = await accept(id, 40);
    expect(body).toMatchObject({ status: 'accepted', acceptedQuantity: 40, need: { gap: 60 } });
    expect(body.decidedAt).not.toBeNull();
    expect(await gap()).toBe(60);
  });

  test('no more is accepted than was offered, and only once', async () => {
    const { pledge, accept } = await scene();
    const { id } = (await pledge()).body;
    expect((await accept(id, 61)).problem.errors).toMatchObject([
      { path: 'quantity', code: 'too_big', values: { maximum: 60 } },
    ]);
    const answers = await Promise.all([accept(id, 10), accept(id, 20), accept(id, 30)]);
    expect(answers.map((it) => it.status).toSorted()).toEqual([200, 409, 409]);
  });

  test('declined or withdrawn, it is over', async () => {
    const { pledge, member, accept } = await scene();
    const declined = (await pledge()).body.id;
    const refused = await coordinator.call(contract.declinePledge, {
      params: { pledgeId: declined },
      body: { reason: 'لا حاجة' },
    });
    expect(refused.body.status).toBe('declined');
    const withdrawn = (await pledge()).body.id;
    const taken = await member.call(contract.withdrawPledge, { params: { pledgeId: withdrawn }, body: {} });
    expect(taken.body.status).toBe('withdrawn');
    for (const id of [declined, withdrawn]) {
      expect((await accept(id, 1)).problem.code).toBe('transition_not_allowed');
    }
  });

  test('an accepted pledge is not withdrawn but cancelled, and returns to the gap', async () => {
    const { pledge, member, accept, cancel, gap } = await scene();
    const { id } = (await pledge()).body;
    await accept(id, 60);
    const withdrawal = await member.call(contract.withdrawPledge, { params: { pledgeId: id }, body: {} });
    expect(withdrawal.problem.code).toBe('transition_not_allowed');
    expect((await cancel(id)).body).toMatchObject({ status: 'cancelled', cancelledQuantity: 60 });
    expect(await gap()).toBe(100);
  });

  test('of a partly received pledge the rest is cancelled, and what came in stays', async () => {
    const { pledge, accept, cancel, gap, siteId } = await scene();
    const { id } = (await pledge()).body;
    await accept(id, 60);
    await receiveGoods(world, { pledgeId: id, siteId, quantity: 25 });
    expect((await cancel(id)).body).toMatchObject({
      status: 'received',
      receivedQuantity: 25,
      cancelledQuantity: 35,
    });
    expect(await gap()).toBe(75);
    expect((await cancel(id)).problem.code).toBe('transition_not_allowed');
  });

  test('associations do not decide', async () => {
    const { pledge, member } = await scene();
    const params = { pledgeId: (await pledge()).body.id };
    const answers = [
      await member.call(contract.acceptPledge, { params, body: { quantity: 1 } }),
      await member.call(contract.declinePledge, { params, body: {} }),
      await member.call(contract.cancelPledge, { params, body: {} }),
    ];
    expect(answers.map((it) => it.status)).toEqual([403, 403, 403]);
  });
});

test('what a suspended association offered before is not accepted while it is suspended', async () => {
  const { pledge, accept, associationId } = await scene();
  const { id } = (await pledge()).body;
  const become = (status: string) =>
    server.db('associations').where({ id: associationId }).update({ status });
  await become('suspended');
  expect((await accept(id, 60)).problem.code).toBe('association_not_declared');
  await become('declared');
  expect((await accept(id, 60)).status).toBe(200);
});

describe('who sees a pledge', () => {
  test('staff all of a campaign’s, by status too; an association its own alone', async () => {
    const { pledge, member, campaignId, accept } = await scene();
    const otherId = await world.association();
    await server.db('participations').insert({ campaign_id: campaignId, association_id: otherId });
    const other = await server.as('association', { associationId: otherId });
    const own = (await pledge()).body;
    const foreign = (await pledge({}, other)).body;
    await accept(own.id, 60);
    const seen = async (client: Client, query: { status?: contract.PledgeStatus } = {}) =>
      (await client.call(contract.listPledges, { params: { campaignId }, query })).body.map((it) => it.id);
    expect(await seen(coordinator)).toEqual([foreign.id, own.id]);
    expect(await seen(coordinator, { status: 'accepted' })).toEqual([own.id]);
    expect(await seen(member)).toEqual([own.id]);
    const params = { pledgeId: foreign.id };
    expect((await member.call(contract.readPledge, { params })).status).toBe(404);
    expect((await member.call(contract.withdrawPledge, { params, body: {} })).status).toBe(404);
    expect((await other.call(contract.readPledge, { params })).body.pledge.id).toBe(foreign.id);
  });
});
