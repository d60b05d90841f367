import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addConvoy, allotGoods, deliverGoods, loadGoods, receiveGoods } from '../../testing/cargo.ts';
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

/** A campaign with one association, an item of 2 kg, a warehouse and two destinations. */
async function scene() {
  const associationId = await world.association();
  const campaignId = await world.campaign({ participants: [associationId], startsOn: '2026-01-10' });
  const itemId = await world.item({ unitWeightG: 2_000 });
  const warehouseId = await world.site();
  const siteId = await world.site('distribution_point');
  const otherSiteId = await world.site('distribution_point');
  const fields = {
    siteId,
    itemId,
    quantity: 600,
    priority: 1,
    neededBy: '2026-02-01T12:00:00Z',
    households: 150,
    note: '',
  };
  const create = (changes: object = {}) =>
    coordinator.call(contract.createNeed, { params: { campaignId }, body: { ...fields, ...changes } });
  const list = async () => (await coordinator.call(contract.listNeeds, { params: { campaignId } })).body;
  return { associationId, campaignId, itemId, warehouseId, siteId, otherSiteId, fields, create, list };
}

describe('a need', () => {
  test('begins as a gap', async () => {
    const { create, list, siteId, itemId, fields } = await scene();
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      site: { id: siteId },
      item: { id: itemId },
      quantity: 600,
      priority: 1,
      neededBy: new Date(fields.neededBy).toISOString(),
      coverage: { needed: 600, delivered: 0, aboard: 0, onHand: 0, pledged: 0, gap: 600 },
    });
    expect(await list()).toEqual([body]);
  });

  test('is stated once for a destination and an item, even by twenty at once', async () => {
    const { create, list } = await scene();
    const answers = await Promise.all(Array.from({ length: 20 }, () => create()));
    expect(answers.filter((it) => it.status === 201)).toHaveLength(1);
    expect(new Set(answers.filter((it) => it.status !== 201).map((it) => it.problem.code))).toEqual(
      new Set(['need_exists']),
    );
    expect(await list()).toHaveLength(1);
  });

  test('is not due before the campaign starts, counted in days of Damascus', async () => {
    const { create } = await scene();
    const early = await create({ neededBy: '2026-01-09T20:59:59Z' });
    expect(early.problem.errors).toMatchObject([{ path: 'neededBy', code: 'before_campaign' }]);
    expect((await create({ neededBy: '2026-01-09T21:00:00Z' })).status).toBe(201);
  });

  test('is at a place where people are, for an item that exists', async () => {
    const { create, warehouseId } = await scene();
    const wrong = await create({ siteId: warehouseId, itemId: warehouseId });
    expect(wrong.problem.errors).toMatchObject([
      { path: 'siteId', code: 'wrong_kind' },
      { path: 'itemId', code: 'no_such_reference' },
    ]);
  });

  test('changes by version, and not in a closed campaign', async () => {
    const { create, campaignId } = await scene();
    const { body } = await create();
    const edit = (ifMatch: number) =>
      coordinator.call(contract.updateNeed, {
        params: { needId: body.id },
        ifMatch,
        body: { quantity: 500 },
      });
    expect((await edit(1)).body).toMatchObject({ quantity: 500, coverage: { gap: 500 }, version: 2 });
    expect((await edit(1)).problem.code).toBe('version_stale');
    await server.db('campaigns').where({ id: campaignId }).update({ status: 'closed' });
    expect((await edit(2)).problem.code).toBe('campaign_not_active');
  });
});

describe('a need that was a mistake', () => {
  test('is taken back though a promise for it came to nothing, and that promise is still told', async () => {
    const { create, list, associationId, campaignId, itemId, warehouseId } = await scene();
    const { body } = await create();
    const given = { campaignId, associationId, itemId, siteId: warehouseId, needId: body.id, quantity: 1 };
    const pledgeId = await world.pledge({ ...given, status: 'offered' });
    const params = { pledgeId };
    await coordinator.call(contract.declinePledge, { params, body: { reason: 'خطأ في الموقع' } });
    const removed = await coordinator.call(contract.deleteNeed, { params: { needId: body.id } });
    expect(removed.status).toBe(204);
    expect(await list()).toEqual([]);
    const { pledge } = (await coordinator.call(contract.readPledge, { params })).body;
    expect(pledge).toMatchObject({ status: 'declined', quantity: 1, need: null });
  });

  test('is taken back while nothing answers it', async () => {
    const { create, list, associationId, campaignId, itemId, warehouseId } = await scene();
    const { body } = await create();
    const remove = () => coordinator.call(contract.deleteNeed, { params: { needId: body.id } });
    const pledgeId = await world.pledge({
      campaignId,
      associationId,
      itemId,
      siteId: warehouseId,
      needId: body.id,
      quantity: 1,
      status: 'offered',
    });
    expect((await remove()).problem.code).toBe('need_in_use');
    await server.db('pledges').where({ id: pledgeId }).del();
    expect((await remove()).status).toBe(204);
    expect(await list()).toEqual([]);
  });
});

describe('coverage', () => {
  test('follows the goods from the promise to the hand, each unit in one place', async () => {
    const { create, list, associationId, campaignId, itemId, warehouseId, siteId, otherSiteId } =
      await scene();
    const need = (await create({ quantity: 100 })).body;
    await create({ siteId: otherSiteId, quantity: 50 });
    const coverage = async () => (await list()).find((it) => it.id === need.id)?.coverage;
    const given = { campaignId, associationId, itemId, siteId: warehouseId };

    const pledgeId = await world.pledge({ ...given, needId: need.id, quantity: 80 });
    expect(await coverage()).toMatchObject({ pledged: 80, onHand: 0, gap: 20 });

    const { lotId, accountId } = await receiveGoods(world, { pledgeId, siteId: warehouseId, quantity: 60 });
    expect(await coverage()).toMatchObject({ pledged: 20, onHand: 60, gap: 20 });

    const convoy = await addConvoy(world, {
      campaignId,
      originSiteId: warehouseId,
      stopSiteIds: [siteId, otherSiteId],
      vehicleIds: [await world.vehicle()],
    });
    const line = await allotGoods(world, { convoy, lotId, accountId, quantity: 40 });
    await allotGoods(world, { convoy, stop: 1, lotId, accountId, quantity: 15 });
    expect(await coverage()).toMatchObject({ pledged: 20, onHand: 45, gap: 35 });

    await loadGoods(world, line, 30);
    expect(await coverage()).toMatchObject({ pledged: 20, onHand: 15, aboard: 30, gap: 35 });

    await deliverGoods(world, line, { good: 25, damaged: 3, missing: 2 });
    expect(await coverage()).toEqual({
      needed: 100,
      delivered: 25,
      aboard: 0,
      onHand: 15,
      pledged: 20,
      gap: 40,
    });
    const params = { campaignId };
    const summary = await coordinator.call(contract.readCampaignSummary, { params });
    expect(summary.body).toMatchObject({
      damagedKg: 6,
      missingKg: 4,
      convoyCounts: { loading: 1, settled: 0 },
    });
    const participants = await coordinator.call(contract.listParticipants, { params });
    expect(participants.body).toMatchObject([{ pledgedKg: 160, receivedKg: 120, deliveredKg: 50 }]);
    const elsewhere = (await list()).find((it) => it.site.id === otherSiteId)?.coverage;
    expect(elsewhere).toMatchObject({ delivered: 0, aboard: 0, onHand: 15, pledged: 0, gap: 35 });
  });

  test('stock given to the campaign at large counts for a need once it is allotted there', async () => {
    const { create, list, associationId, campaignId, itemId, warehouseId, siteId } = await scene();
    await create({ quantity: 100 });
    const pledgeId = await world.pledge({
      campaignId,
      associationId,
      itemId,
      siteId: warehouseId,
      quantity: 30,
    });
    const { lotId, accountId } = await receiveGoods(world, { pledgeId, siteId: warehouseId, quantity: 30 });
    expect((await list())[0]?.coverage).toMatchObject({ onHand: 0, gap: 100 });
    const convoy = await addConvoy(world, {
      campaignId,
      originSiteId: warehouseId,
      stopSiteIds: [siteId],
      vehicleIds: [await world.vehicle()],
    });
    await allotGoods(world, { convoy, lotId, accountId, quantity: 12 });
    expect((await list())[0]?.coverage).toMatchObject({ onHand: 12, gap: 88 });
  });
});

describe('the campaign’s key figures', () => {
  test('by weight: five shares that add up to what is needed, though one need has too much', async () => {
    const { create, associationId, campaignId, itemId, warehouseId, otherSiteId } = await scene();
    const need = (await create({ quantity: 10 })).body;
    await create({ siteId: otherSiteId, quantity: 20, neededBy: '2099-01-01T00:00:00Z' });
    const given = { campaignId, associationId, itemId, siteId: warehouseId };
    await world.pledge({ ...given, needId: need.id, quantity: 14 });
    await world.pledge({ ...given, quantity: 5, status: 'offered' });
    const { body } = await coordinator.call(contract.readCampaignSummary, { params: { campaignId } });
    expect(body).toMatchObject({
      coverage: { neededKg: 60, deliveredKg: 0, aboardKg: 0, onHandKg: 0, pledgedKg: 20, gapKg: 40 },
      associationCount: 1,
      destinationCount: 2,
      dueSoonCount: 0,
      offeredCount: 1,
      damagedKg: 0,
      missingKg: 0,
    });
    expect(new Set(Object.keys(body.convoyCounts))).toEqual(new Set(contract.convoyLifecycle.states));
  });

  test('a need with a gap that is due within two days is pressing', async () => {
    const { create, campaignId } = await scene();
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    await server.db('campaigns').where({ id: campaignId }).update({ starts_on: '2020-01-01' });
    await create({ neededBy: inHours(47) });
    const summary = () => coordinator.call(contract.readCampaignSummary, { params: { campaignId } });
    expect((await summary()).body.dueSoonCount).toBe(1);
    await server
      .db('needs')
      .where({ campaign_id: campaignId })
      .update({ needed_by: inHours(49) });
    expect((await summary()).body.dueSoonCount).toBe(0);
  });
});
