import { listConvoys, listDeliveries, readCampaignSummary, readConvoy, readWaybill } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import {
  allot,
  departed,
  draftConvoy,
  endStory,
  moveOn,
  ok,
  type Story,
  startStory,
  stockUp,
} from '../../testing/convoy-story.ts';
import { vehicleCampaigns } from '../vehicles/index.ts';

let story: Story;
let ours: Client;
let theirs: Client;
let outsiders: Client;
beforeAll(async () => {
  story = await startStory();
  const [first, second] = story.associations;
  ours = await story.as('association', { associationId: first });
  theirs = await story.as('association', { associationId: second });
  outsiders = await story.as('association');
});
afterAll(async () => {
  await endStory(story);
});

async function sharedConvoy() {
  const [first, second] = story.associations;
  const mine = await stockUp(story, 10, { associationId: first });
  const yours = await stockUp(story, 10, { associationId: second });
  return await departed(story, [
    { ...mine, quantity: 4 },
    { ...yours, quantity: 10 },
  ]);
}

describe('an association', () => {
  test('sees of a convoy that carries its goods its own lines and weights, and no one’s contacts', async () => {
    const { convoy } = await sharedConvoy();
    const file = ok(await ours.call(readConvoy, { params: { convoyId: convoy.id } }));
    expect(file.lines).toMatchObject([{ quantity: 4, association: { id: story.associations[0] } }]);
    expect(file.convoy).toMatchObject({ cargoKg: 8, loadedKg: 8, leaderPhone: '', note: '' });
    expect(file.convoy.stops.map((stop) => stop.cargoKg)).toEqual([8, 0]);
    expect(file.convoy.vehicles[0]).toMatchObject({
      plannedWeightG: 8_000,
      plannedVolumeMl: 32_000,
      driverName: 'سامر',
      driverPhone: '',
      driverLicence: '',
    });
    expect(file).toMatchObject({ waybills: [], readiness: [] });
    expect(JSON.stringify(file)).not.toContain(story.associations[1]);
  });

  test('does not see a convoy without its goods, in lists or by its id', async () => {
    const mine = await stockUp(story, 10);
    const { convoy } = await departed(story, [{ ...mine, quantity: 4 }]);
    const params = { campaignId: story.campaignId };
    const seen = ok(await theirs.call(listConvoys, { params }));
    expect(seen.map((it) => it.id)).not.toContain(convoy.id);
    const missing = await theirs.call(readConvoy, { params: { convoyId: convoy.id } });
    const invented = await theirs.call(readConvoy, { params: { convoyId: crypto.randomUUID() } });
    expect(missing.status).toBe(404);
    expect({ ...missing.problem, instance: '' }).toEqual({ ...invented.problem, instance: '' });
  });

  test('is told as many convoys as it can see, not those that left its goods behind', async () => {
    const params = { campaignId: story.campaignId };
    const counted = async () => {
      const { convoyCounts } = ok(await theirs.call(readCampaignSummary, { params }));
      return Object.values(convoyCounts).reduce((sum, count) => sum + count, 0);
    };
    const before = await counted();
    const yours = await stockUp(story, 10, { associationId: story.associations[1] });
    const draft = ok(await allot(story, await draftConvoy(story), [{ ...yours, quantity: 4 }]), 201);
    expect(await counted()).toBe(before + 1);
    await moveOn(story, draft, 'cancel');
    expect(await counted()).toBe(before);
    expect(ok(await theirs.call(listConvoys, { params }))).toHaveLength(before);
  });

  test('sees its own share of deliveries, and no waybill', async () => {
    const { convoy, waybills } = await sharedConvoy();
    const params = { campaignId: story.campaignId };
    const rowOf = async (client: Client) =>
      ok(await client.call(listDeliveries, { params })).find((row) => row.convoyId === convoy.id);
    expect(await rowOf(ours)).toMatchObject({ lineCount: 1, loadedKg: 8 });
    expect(await rowOf(theirs)).toMatchObject({ lineCount: 1, loadedKg: 20 });
    expect(await rowOf(story.coordinator)).toMatchObject({ lineCount: 2, loadedKg: 28 });
    const waybillId = waybills[0]?.id ?? '';
    expect((await ours.call(readWaybill, { params: { waybillId } })).problem.code).toBe('not_allowed');
  });

  test('that does not take part sees neither convoys nor deliveries of the campaign', async () => {
    const params = { campaignId: story.campaignId };
    expect((await outsiders.call(listConvoys, { params })).status).toBe(404);
    expect((await outsiders.call(listDeliveries, { params })).status).toBe(404);
  });
});

test('the live map learns which vehicles are on the road, and whose goods they carry', async () => {
  const { convoy } = await sharedConvoy();
  const followed = (await vehicleCampaigns(story.db)).find((it) => it.convoyId === convoy.id);
  expect(followed).toEqual({
    vehicleNumber: convoy.vehicles[0]?.number,
    campaignId: story.campaignId,
    convoyId: convoy.id,
    associationIds: story.associations.toSorted(),
  });
});
