import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addConvoy, allotGoods, receiveGoods } from '../../testing/cargo.ts';
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

/** A pledge of 400 for a need of 400, counted in as `received`, all of it on one shelf. */
async function scene({ received = 400, accepted = 400 } = {}) {
  const associationId = await world.association();
  const campaignId = await world.campaign({ participants: [associationId] });
  const itemId = await world.item({ unitWeightG: 1_000 });
  const siteId = await world.site('warehouse', { nameEn: 'Zablatani' });
  const destinationId = await world.site('distribution_point');
  const needId = await world.need({ campaignId, siteId: destinationId, itemId, quantity: 400 });
  const pledgeId = await world.pledge({
    ...{ campaignId, associationId, itemId, siteId, needId },
    quantity: accepted,
  });
  const { status, problem } = await coordinator.call(contract.recordReceipt, {
    params: { pledgeId },
    body: {
      receiptId: randomUUID(),
      siteId,
      quantity: received,
      acceptOver: received > accepted,
      expiresOn: null,
      receivedAt: new Date().toISOString(),
      note: received > accepted ? 'they brought more' : '',
    },
  });
  if (status !== 201) throw new Error(JSON.stringify(problem));
  const params = { campaignId };
  const [line] = (await coordinator.call(contract.listStock, { params })).body;
  if (!line) throw new Error('Nothing came in');
  const { accountId, lotId } = line;
  return {
    ...{ associationId, campaignId, siteId, destinationId, pledgeId, accountId, lotId },
    correct: (body: Partial<Body> = {}, client: Client = coordinator) => correct(accountId, body, client),
    file: async () => (await coordinator.call(contract.readPledge, { params: { pledgeId } })).body,
    need: async () => (await coordinator.call(contract.listNeeds, { params })).body[0],
    participant: async () => (await coordinator.call(contract.listParticipants, { params })).body[0],
    actions: async () =>
      (await coordinator.call(contract.listActivity, { params })).body.items.map((it) => it.action),
  };
}

type Body = { correctionId: string; kind: contract.CorrectionKind; quantity: number; reason: string };

async function correct(accountId: number, body: Partial<Body>, client: Client) {
  return await client.call(contract.correctStock, {
    params: { accountId },
    body: { correctionId: randomUUID(), kind: 'miscounted', quantity: 1, reason: 'recounted', ...body },
  });
}

describe('goods that were miscounted', () => {
  test('never came: the pledge awaits them again, and no figure counts them', async () => {
    const { correct, file, need, participant, actions, pledgeId } = await scene();
    const { status, body } = await correct({ quantity: 360, reason: 'typed 400 for 40' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ correction: { code: /^SC-\d{4}$/ }, line: { onHand: 40, free: 40 } });
    const { pledge, lots, chain } = await file();
    expect(pledge).toMatchObject({ id: pledgeId, status: 'partly_received', receivedQuantity: 40 });
    expect(pledge.journey).toMatchObject({ received: 40, returned: 0, missing: 0 });
    expect(lots).toMatchObject([{ received: 40, onHand: 40, returned: 0 }]);
    expect(chain.at(-1)).toMatchObject({
      kind: 'count_correction',
      quantity: 360,
      from: { nameEn: 'Zablatani' },
      documentCode: body.correction.code,
      reason: 'typed 400 for 40',
    });
    expect(await need()).toMatchObject({ coverage: { onHand: 40, pledged: 360, gap: 0 } });
    expect(await participant()).toMatchObject({ receivedKg: 40, pledgedKg: 400 });
    expect(await actions()).toEqual(expect.arrayContaining(['stock.corrected', 'pledge.recounted']));
    expect(await ledgerFaults(server.db)).toEqual([]);
  });

  test('all of them: nothing is left, and the pledge is as if nothing had come', async () => {
    const { correct, file, pledgeId, siteId } = await scene();
    const { status, body } = await correct({ quantity: 400 });
    expect({ status, line: body.line }).toEqual({ status: 201, line: null });
    const { pledge } = await file();
    expect(pledge).toMatchObject({ status: 'accepted', receivedQuantity: 0 });
    const again = { receiptId: randomUUID(), siteId, quantity: 400, acceptOver: false, expiresOn: null };
    const receipt = await coordinator.call(contract.recordReceipt, {
      params: { pledgeId },
      body: { ...again, receivedAt: new Date().toISOString(), note: '' },
    });
    expect(receipt).toMatchObject({ status: 201, body: { pledge: { status: 'received' } } });
    expect(await ledgerFaults(server.db)).toEqual([]);
  });

  test('what came beyond the promise goes first', async () => {
    const { correct, file } = await scene({ received: 450 });
    await correct({ quantity: 30 });
    expect((await file()).pledge).toMatchObject({
      status: 'received',
      receivedQuantity: 400,
      overQuantity: 20,
    });
    await correct({ quantity: 50 });
    expect((await file()).pledge).toMatchObject({
      ...{ status: 'partly_received', receivedQuantity: 370, overQuantity: 0 },
    });
    expect(await ledgerFaults(server.db)).toEqual([]);
  });

  test('of a pledge whose rest was cancelled, only what was miscounted is awaited again', async () => {
    const { correct, file, pledgeId } = await scene({ received: 300 });
    await coordinator.call(contract.cancelPledge, { params: { pledgeId }, body: {} });
    await correct({ quantity: 200 });
    const { pledge } = await file();
    expect(pledge).toMatchObject({
      status: 'partly_received',
      receivedQuantity: 100,
      cancelledQuantity: 100,
    });
    expect(await ledgerFaults(server.db)).toEqual([]);
  });
});

describe('goods that were there and are no more', () => {
  test.each([
    { kind: 'missing', step: 'missing', counted: { missing: 25 } },
    { kind: 'damaged', step: 'damaged', counted: { damaged: 25 } },
    { kind: 'returned', step: 'return', counted: { returned: 25 } },
  ] as const)('$kind: the pledge keeps what it brought, and the need opens', async (it) => {
    const { correct, file, need, participant } = await scene();
    const { body } = await correct({ kind: it.kind, quantity: 25, reason: 'found at the count' });
    expect(body.line).toMatchObject({ onHand: 375, free: 375 });
    const { pledge, lots, chain } = await file();
    expect(pledge).toMatchObject({ status: 'received', receivedQuantity: 400 });
    expect(pledge.journey).toMatchObject({ received: 400, loaded: 0, aboard: 0, ...it.counted });
    expect(lots).toMatchObject([{ received: 400, onHand: 375, ...it.counted }]);
    expect(chain.at(-1)).toMatchObject({
      kind: it.step,
      quantity: 25,
      from: { nameEn: 'Zablatani' },
      documentCode: body.correction.code,
      reason: 'found at the count',
    });
    expect(await need()).toMatchObject({ coverage: { onHand: 375, pledged: 0, gap: 25 } });
    expect(await participant()).toMatchObject({ receivedKg: 400 });
    expect(await ledgerFaults(server.db)).toEqual([]);
  });
});

describe('what cannot be corrected', () => {
  test('more than is free: what a manifest has allotted stays', async () => {
    const { correct, campaignId, siteId, destinationId, lotId, accountId } = await scene();
    const convoy = await addConvoy(world, {
      ...{ campaignId, originSiteId: siteId },
      stopSiteIds: [destinationId],
      vehicleIds: [await world.vehicle()],
    });
    await allotGoods(world, { convoy, lotId, accountId, quantity: 390 });
    const { status, problem } = await correct({ kind: 'damaged', quantity: 11 });
    expect({ status, problem }).toMatchObject({
      ...{ status: 409, problem: { code: 'above_stock', values: { available: 10 } } },
    });
    expect(problem.errors).toMatchObject([{ path: 'quantity', values: { available: 10 } }]);
    expect((await correct({ kind: 'damaged', quantity: 10 })).status).toBe(201);
  });

  test('what does not lie at a site', async () => {
    const { lotId } = await scene();
    const source = await server.db('accounts').where({ lot_id: lotId, kind: 'pledge_source' }).first('id');
    expect((await correct(source.id, {}, coordinator)).status).toBe(404);
    expect((await correct(999_999_999, {}, coordinator)).status).toBe(404);
  });

  test('without a reason', async () => {
    const { correct } = await scene();
    const { status, problem } = await correct({ reason: '  ' });
    expect({ status, errors: problem.errors }).toMatchObject({ status: 400, errors: [{ path: 'reason' }] });
  });

  test('in the archive', async () => {
    const { correct, campaignId } = await scene();
    await server.db('campaigns').where({ id: campaignId }).update({ status: 'archived' });
    const { status, problem } = await correct();
    expect({ status, code: problem.code }).toEqual({ status: 409, code: 'campaign_not_active' });
  });

  test('by an association, even of its own goods, or by an official', async () => {
    const { correct, associationId } = await scene();
    const member = await server.as('association', { associationId });
    expect((await correct({}, member)).status).toBe(403);
    expect((await correct({}, await server.as('official'))).status).toBe(403);
  });
});

describe('sent again', () => {
  test('the same correction is one correction', async () => {
    const { correct, file } = await scene();
    const same = { correctionId: randomUUID(), quantity: 100, kind: 'missing' } as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => correct(same)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.correction.code)).size).toBe(1);
    expect((await file()).lots).toMatchObject([{ onHand: 300, missing: 100 }]);
  });

  test('another correction under the same id is refused', async () => {
    const { correct, file } = await scene();
    const correctionId = randomUUID();
    await correct({ correctionId, quantity: 100 });
    for (const other of [{ quantity: 101 }, { quantity: 100, kind: 'missing' as const }]) {
      expect((await correct({ correctionId, ...other })).problem.code).toBe('transfer_reused');
    }
    expect((await file()).lots).toMatchObject([{ onHand: 300 }]);
  });

  test('many at once take off no more than there is', async () => {
    const { correct, file } = await scene();
    const kinds = contract.CorrectionKind.options;
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        correct({ kind: kinds[n % kinds.length] ?? 'missing', quantity: 60 }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(6);
    expect(answers.filter(({ problem }) => problem?.code === 'above_stock')).toHaveLength(6);
    expect((await file()).lots).toMatchObject([{ onHand: 40 }]);
    expect(await ledgerFaults(server.db)).toEqual([]);
  });

  test('a correction and an allotment at once never promise what is gone', async () => {
    const { correct, campaignId, siteId, destinationId, lotId, accountId, file } = await scene();
    const convoy = await addConvoy(world, {
      ...{ campaignId, originSiteId: siteId },
      stopSiteIds: [destinationId],
      vehicleIds: [await world.vehicle()],
    });
    const [corrected, allotted] = await Promise.allSettled([
      correct({ quantity: 300 }),
      allotGoods(world, { convoy, lotId, accountId, quantity: 300 }),
    ]);
    const wasCorrected = corrected.status === 'fulfilled' && corrected.value.status === 201;
    expect([wasCorrected, allotted.status === 'fulfilled'].filter(Boolean)).toHaveLength(1);
    expect((await file()).lots[0]?.onHand).toBe(wasCorrected ? 100 : 400);
  });
});

test('a correction is never changed or taken away', async () => {
  const { correct } = await scene();
  const correctionId = randomUUID();
  await correct({ correctionId });
  const written = server.db('stock_corrections').where({ id: correctionId });
  await expect(written.clone().update({ quantity: 2 })).rejects.toThrow('append-only');
  await expect(written.clone().del()).rejects.toThrow('append-only');
});

test('the association reads why in the chain of custody', async () => {
  const { correct, associationId, pledgeId } = await scene();
  await correct({ kind: 'damaged', quantity: 5, reason: 'wet by the roof' });
  const member = await server.as('association', { associationId });
  const { chain } = (await member.call(contract.readPledge, { params: { pledgeId } })).body;
  expect(chain.at(-1)).toMatchObject({ kind: 'damaged', reason: 'wet by the roof' });
});

test('a mistake in a second receipt leaves the first as it is', async () => {
  const { pledgeId, siteId, file } = await scene({ received: 100 });
  const { accountId } = await receiveGoods(world, { pledgeId, siteId, quantity: 300 });
  await correct(accountId, { quantity: 300 }, coordinator);
  expect((await file()).pledge).toMatchObject({ status: 'partly_received', receivedQuantity: 100 });
});
