import * as contract from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addConvoy, allotGoods, loadGoods, receiveGoods } from '../../testing/cargo.ts';
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

async function scene() {
  const associationId = await world.association();
  const campaignId = await world.campaign({ participants: [associationId] });
  const itemId = await world.item();
  const siteId = await world.site();
  const destinationId = await world.site('distribution_point');
  const needId = await world.need({ campaignId, siteId: destinationId, itemId, quantity: 100 });
  const pledgeId = await world.pledge({ campaignId, associationId, itemId, siteId, needId, quantity: 50 });
  const { lotId, accountId } = await receiveGoods(world, { pledgeId, siteId, quantity: 50 });
  const stock = async (client: Client = coordinator) =>
    (await client.call(contract.listStock, { params: { campaignId } })).body;
  return { associationId, campaignId, itemId, siteId, destinationId, pledgeId, lotId, accountId, stock };
}

test('stock is what a site holds of a lot, with what no manifest has allotted apart', async () => {
  const { campaignId, siteId, destinationId, pledgeId, lotId, accountId, stock } = await scene();
  expect(await stock()).toMatchObject([
    { accountId, site: { id: siteId }, lotId, pledgeId, needSiteId: destinationId, onHand: 50, free: 50 },
  ]);
  const convoy = await addConvoy(world, {
    campaignId,
    originSiteId: siteId,
    stopSiteIds: [destinationId],
    vehicleIds: [await world.vehicle()],
  });
  const line = await allotGoods(world, { convoy, lotId, accountId, quantity: 30 });
  expect(await stock()).toMatchObject([{ onHand: 50, allotted: 30, free: 20 }]);
  await loadGoods(world, line, 10);
  expect(await stock()).toMatchObject([{ onHand: 40, allotted: 20, free: 20 }]);
});

test('what has all left a site is stock there no more', async () => {
  const { campaignId, siteId, destinationId, lotId, accountId, stock } = await scene();
  const convoy = await addConvoy(world, {
    campaignId,
    originSiteId: siteId,
    stopSiteIds: [destinationId],
    vehicleIds: [await world.vehicle()],
  });
  await loadGoods(world, await allotGoods(world, { convoy, lotId, accountId, quantity: 50 }), 50);
  expect(await stock()).toEqual([]);
});

test('an association sees its own lots', async () => {
  const { campaignId, itemId, siteId, associationId, lotId, stock } = await scene();
  const otherId = await world.association();
  await server.db('participations').insert({ campaign_id: campaignId, association_id: otherId });
  const pledgeId = await world.pledge({
    campaignId,
    associationId: otherId,
    itemId,
    siteId,
    quantity: 5,
  });
  await receiveGoods(world, { pledgeId, siteId, quantity: 5 });
  const member = await server.as('association', { associationId });
  expect(await stock()).toHaveLength(2);
  expect((await stock(member)).map((line) => line.lotId)).toEqual([lotId]);
});
