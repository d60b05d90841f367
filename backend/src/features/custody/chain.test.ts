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

/** 300 blankets pledged, received, 290 of them loaded: 280 good, 6 damaged, 2 missing, 2 still aboard. */
async function journey() {
  const associationId = await world.association({ nameAr: 'جمعية السنديانة', nameEn: 'Oak Association' });
  const campaignId = await world.campaign({ participants: [associationId] });
  const itemId = await world.item();
  const siteId = await world.site('warehouse', { nameAr: 'مستودع الزبلطاني', nameEn: 'Zablatani' });
  const stopSiteId = await world.site('distribution_point', { nameAr: 'الحفة', nameEn: 'Al-Haffah' });
  const pledgeId = await world.pledge({
    campaignId,
    associationId,
    itemId,
    siteId,
    quantity: 300,
    status: 'offered',
  });
  await coordinator.call(contract.acceptPledge, { params: { pledgeId }, body: { quantity: 300 } });
  const { lotId, accountId } = await receiveGoods(world, { pledgeId, siteId, quantity: 300 });
  const convoy = await addConvoy(world, {
    campaignId,
    originSiteId: siteId,
    stopSiteIds: [stopSiteId],
    vehicleIds: [await world.vehicle()],
  });
  const line = await allotGoods(world, { convoy, lotId, accountId, quantity: 290 });
  await loadGoods(world, line, 290);
  await deliverGoods(world, line, { good: 280, damaged: 6, missing: 2 });
  const { plate } = await server
    .db('vehicles as v')
    .join('convoy_vehicles as c', 'c.vehicle_id', 'v.id')
    .where('c.convoy_id', convoy.id)
    .first('v.plate');
  return { associationId, campaignId, pledgeId, convoy, plate };
}

async function fileOf(client: Client, pledgeId: string) {
  return (await client.call(contract.readPledge, { params: { pledgeId } })).body;
}

describe('a pledge’s file', () => {
  test('shows every hand-over from the promise on, with both names of who gave and who took', async () => {
    const { pledgeId, plate, convoy } = await journey();
    const { chain } = await fileOf(coordinator, pledgeId);
    expect(chain.map(({ kind, quantity, from, to }) => [kind, quantity, from.nameEn, to.nameEn])).toEqual([
      ['pledge', 300, 'Oak Association', 'Response Campaign'],
      ['receipt', 300, 'Oak Association', 'Zablatani'],
      ['load', 290, 'Zablatani', plate],
      ['delivery', 280, plate, 'Al-Haffah'],
      ['damaged', 6, plate, 'Al-Haffah'],
      ['missing', 2, plate, 'Al-Haffah'],
    ]);
    expect(chain[1]).toMatchObject({
      from: { nameAr: 'جمعية السنديانة' },
      to: { nameAr: 'مستودع الزبلطاني' },
    });
    expect(chain[0]?.actorName).toBe('The coordinator');
    expect(chain.slice(2).every((step) => step.convoyId === convoy.id)).toBe(true);
  });

  test('accounts for every unit: received is on hand, aboard, delivered, damaged and missing', async () => {
    const { pledgeId } = await journey();
    const { pledge, lots } = await fileOf(coordinator, pledgeId);
    expect(lots).toMatchObject([
      { received: 300, onHand: 10, aboard: 2, delivered: 280, damaged: 6, missing: 2, returned: 0 },
    ]);
    expect(pledge.journey).toEqual({
      pledged: 300,
      accepted: 300,
      received: 300,
      loaded: 290,
      aboard: 2,
      delivered: 280,
      damaged: 6,
      missing: 2,
      returned: 0,
    });
  });

  test('is its own association’s to see, and nobody else’s', async () => {
    const { pledgeId, associationId, campaignId } = await journey();
    const owner = await server.as('association', { associationId });
    expect((await fileOf(owner, pledgeId)).chain).toHaveLength(6);
    const otherId = await world.association();
    await server.db('participations').insert({ campaign_id: campaignId, association_id: otherId });
    const other = await server.as('association', { associationId: otherId });
    const { status } = await other.call(contract.readPledge, { params: { pledgeId } });
    expect(status).toBe(404);
  });

  test('an offer that nobody has accepted is shown as it was made', async () => {
    const associationId = await world.association();
    const campaignId = await world.campaign({ participants: [associationId] });
    const itemId = await world.item();
    const siteId = await world.site();
    const pledgeId = await world.pledge({
      campaignId,
      associationId,
      itemId,
      siteId,
      quantity: 7,
      status: 'offered',
    });
    const { chain, lots } = await fileOf(coordinator, pledgeId);
    expect(chain).toMatchObject([{ kind: 'pledge', quantity: 7, actorName: 'World', lotCode: null }]);
    expect(lots).toEqual([]);
  });
});
