import { readAssociationGiving, settleWaybill } from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  countOf,
  departed,
  endStory,
  ok,
  type Story,
  startStory,
  stockUp,
  stopMove,
  waybillAt,
} from '../../testing/convoy-story.ts';

const HOUR_MS = 3_600_000;

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(() => endStory(story));

const giving = async (associationId: string) =>
  ok(await story.coordinator.call(readAssociationGiving, { params: { associationId } }));

test('every unit that an association gave is in one place, and they add up', async () => {
  const stock = await stockUp(story, 20);
  const file = await departed(story, [{ ...stock, quantity: 12 }]);
  story.clock.advance(HOUR_MS);
  ok(await stopMove(story, file, 0, { command: 'arrive' }));
  ok(await stopMove(story, file, 0, { command: 'unload' }));
  const waybill = await waybillAt(story, file, 0);
  const body = countOf(story, waybill, [{ damaged: 2, missing: 1 }]);
  ok(await story.coordinator.call(settleWaybill, { params: { waybillId: waybill.id }, body }), 201);
  const { goods } = await giving(story.associations[0]);
  expect(goods).toHaveLength(1);
  expect(goods[0]).toMatchObject({
    item: { id: story.itemId },
    promised: 20,
    received: 20,
    onHand: 8,
    aboard: 0,
    delivered: 9,
    damaged: 2,
    missing: 1,
    corrected: 0,
    returned: 0,
  });
  expect((await giving(story.associations[1])).goods).toEqual([]);
});

test('promises are counted as kept, on the way, late and broken', async () => {
  const [, other] = story.associations;
  const { campaignId, itemId, warehouse: siteId } = story;
  const promise = (status: 'offered' | 'accepted') =>
    story.world.pledge({ campaignId, associationId: other, itemId, siteId, quantity: 5, status });
  const late = await promise('accepted');
  const cancelled = await promise('accepted');
  await promise('accepted');
  await promise('offered');
  await stockUp(story, 5, { associationId: other });
  const at = (hours: number) => new Date(story.clock.now().getTime() + hours * HOUR_MS);
  await story
    .db('pledges')
    .where({ association_id: other })
    .update({ ready_at: at(5) });
  await story
    .db('pledges')
    .where({ id: late })
    .update({ ready_at: at(-5) });
  await story.db('pledges').where({ id: cancelled }).update({ status: 'cancelled', cancelled_quantity: 5 });
  expect((await giving(other)).pledges).toEqual({
    offered: 1,
    kept: 1,
    underway: 1,
    late: 1,
    broken: 1,
    withdrawn: 0,
    declined: 0,
  });
});

test('an association reads its own giving and nobody else’s', async () => {
  const [mine, other] = story.associations;
  const member = await story.as('association', { associationId: mine });
  const own = await member.call(readAssociationGiving, { params: { associationId: mine } });
  expect(own.status).toBe(200);
  const foreign = await member.call(readAssociationGiving, { params: { associationId: other } });
  expect(foreign.status).toBe(404);
});
