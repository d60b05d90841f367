import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { ledgerFaults } from '../custody/index.ts';

let server: TestServer;
let world: World;
let coordinator: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  coordinator = await server.as('coordinator');
});
afterAll(() => server.close());

/** A pledge of 100, accepted. */
async function scene(status: 'accepted' | 'offered' = 'accepted') {
  const associationId = await world.association();
  const campaignId = await world.campaign({ participants: [associationId] });
  const itemId = await world.item();
  const siteId = await world.site();
  const pledgeId = await world.pledge({ campaignId, associationId, itemId, siteId, quantity: 100, status });
  const count = (changes: object = {}) => ({
    receiptId: randomUUID(),
    siteId,
    quantity: 40,
    expiresOn: null,
    receivedAt: '2026-01-15T09:00:00Z',
    note: '',
    ...changes,
  });
  const receive = (changes: object = {}) =>
    coordinator.call(contract.recordReceipt, { params: { pledgeId }, body: count(changes) });
  const stock = async () =>
    (await coordinator.call(contract.listStock, { params: { campaignId } })).body.map((it) => it.onHand);
  const pledge = async () =>
    (await coordinator.call(contract.readPledge, { params: { pledgeId } })).body.pledge;
  return { associationId, campaignId, siteId, pledgeId, count, receive, stock, pledge };
}

describe('counting goods in', () => {
  test('goes on after a campaign has closed, but not into its archive', async () => {
    const { campaignId, receive, stock } = await scene();
    const become = (status: string) => server.db('campaigns').where({ id: campaignId }).update({ status });
    await become('closed');
    expect((await receive()).status).toBe(201);
    await become('archived');
    expect((await receive()).problem.code).toBe('campaign_not_active');
    expect(await stock()).toEqual([40]);
  });

  test('makes a lot in stock and moves the pledge on, to the last unit', async () => {
    const { receive, stock } = await scene();
    const first = await receive({ expiresOn: '2027-01-01' });
    expect(first.status).toBe(201);
    expect(first.body.receipt.code).toMatch(/^RC-\d{4,}$/);
    expect(first.body.receipt.lotCode).toMatch(/^L-\d{4,}$/);
    expect(first.body).toMatchObject({
      receipt: { quantity: 40, overQuantity: 0 },
      pledge: { status: 'partly_received', receivedQuantity: 40, journey: { received: 40 } },
    });
    const second = await receive({ quantity: 60 });
    expect(second.body.pledge).toMatchObject({ status: 'received', receivedQuantity: 100 });
    expect((await stock()).toSorted()).toEqual([40, 60]);
    expect(await ledgerFaults(server.db)).toEqual([]);
  });

  test('more than is outstanding is refused, with what is', async () => {
    const { receive, stock } = await scene();
    const { status, problem } = await receive({ quantity: 101 });
    expect([status, problem.code]).toEqual([409, 'above_outstanding']);
    expect(problem.errors).toMatchObject([{ path: 'quantity', values: { available: 100 } }]);
    expect(await stock()).toEqual([]);
  });

  test('more is taken when someone says so and why, and is told apart', async () => {
    const { receive, pledge } = await scene();
    const silent = await receive({ quantity: 130, acceptOver: true });
    expect(silent.problem.errors).toMatchObject([{ path: 'note', code: 'reason_required' }]);
    const { body } = await receive({ quantity: 130, acceptOver: true, note: 'زيادة من المتبرع' });
    expect(body).toMatchObject({
      receipt: { quantity: 130, overQuantity: 30 },
      pledge: { status: 'received', receivedQuantity: 100, overQuantity: 30, journey: { received: 130 } },
    });
    expect((await receive({ quantity: 1 })).problem.code).toBe('transition_not_allowed');
    expect((await pledge()).overQuantity).toBe(30);
    expect(await ledgerFaults(server.db)).toEqual([]);
  });

  test('nothing comes in against a pledge that nobody accepted', async () => {
    const { receive } = await scene('offered');
    expect((await receive()).problem.code).toBe('transition_not_allowed');
  });

  test('not in the future, save for a clock that runs a little ahead', async () => {
    const { receive } = await scene();
    const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    const { problem } = await receive({ receivedAt: inSeconds(3_600) });
    expect(problem.errors).toMatchObject([{ path: 'receivedAt', code: 'after_now' }]);
    expect((await receive({ receivedAt: inSeconds(30) })).status).toBe(201);
  });

  test('not at a place where goods are handed out', async () => {
    const { receive } = await scene();
    const siteId = await world.site('distribution_point');
    expect((await receive({ siteId })).problem.errors).toMatchObject([
      { path: 'siteId', code: 'wrong_kind' },
    ]);
  });

  test('is the work of coordinators', async () => {
    const { pledgeId, associationId, count } = await scene();
    const member = await server.as('association', { associationId });
    const official = await server.as('official');
    for (const client of [member, official]) {
      const { status } = await client.call(contract.recordReceipt, { params: { pledgeId }, body: count() });
      expect(status).toBe(403);
    }
  });
});

describe('a receipt id made by the client', () => {
  test('sent again is the same receipt, with or without an Idempotency-Key', async () => {
    const { receive, stock } = await scene();
    const same = { receiptId: randomUUID() };
    const first = await receive(same);
    const again = await receive({ receiptId: same.receiptId.toUpperCase() });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await stock()).toEqual([40]);
  });

  test('sent twenty times at once counts once', async () => {
    const { receive, stock } = await scene();
    const same = { receiptId: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => receive(same)));
    expect(new Set(answers.map((it) => it.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((it) => it.body.receipt.code)).size).toBe(1);
    expect(await stock()).toEqual([40]);
  });

  test('with another count, or on another pledge, is refused', async () => {
    const { receive, stock } = await scene();
    const other = await scene();
    const same = { receiptId: randomUUID() };
    await receive(same);
    expect((await receive({ ...same, quantity: 41 })).problem.code).toBe('transfer_reused');
    expect((await other.receive({ ...same })).problem.code).toBe('transfer_reused');
    expect(await stock()).toEqual([40]);
  });
});

describe('many at once', () => {
  test('receipts never exceed what is outstanding together', async () => {
    const { receive, stock, pledge } = await scene();
    const answers = await Promise.all(Array.from({ length: 8 }, () => receive({ quantity: 30 })));
    expect(answers.filter((it) => it.status === 201)).toHaveLength(3);
    expect(await stock()).toEqual([30, 30, 30]);
    expect(await pledge()).toMatchObject({ status: 'partly_received', receivedQuantity: 90 });
    expect(await ledgerFaults(server.db)).toEqual([]);
  });

  test('a receipt and a cancellation leave either order, never both in full', async () => {
    const { receive, pledgeId, pledge } = await scene();
    const cancel = () => coordinator.call(contract.cancelPledge, { params: { pledgeId }, body: {} });
    await Promise.all([receive(), cancel()]);
    const { receivedQuantity, cancelledQuantity } = await pledge();
    expect(receivedQuantity + cancelledQuantity).toBe(100);
    expect(await ledgerFaults(server.db)).toEqual([]);
  });
});
