import { addManifestLines, proposeFill } from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allot,
  draftConvoy,
  endStory,
  ok,
  type Story,
  startStory,
  stockUp,
} from '../../testing/convoy-story.ts';

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(async () => {
  await endStory(story);
});

test('a fill proposes lines for what no convoy answers yet, and those lines can be added as they are', async () => {
  const [siteId, otherSiteId] = story.destinations;
  const { campaignId, itemId } = story;
  await story.world.need({ campaignId, siteId, itemId, quantity: 100, priority: 1 });
  const needId = await story.world.need({
    campaignId,
    siteId: otherSiteId,
    itemId,
    quantity: 50,
    priority: 2,
  });
  const general = await stockUp(story, 60);
  const given = await stockUp(story, 20, { needId });
  const earlier = await draftConvoy(story);
  ok(await allot(story, earlier, [{ ...general, quantity: 30 }]), 201);

  const file = await draftConvoy(story);
  const params = { convoyId: file.convoy.id };
  const proposal = ok(await story.coordinator.call(proposeFill, { params }));
  const [haffeh, kasab] = file.convoy.stops;
  expect(proposal.lines.map(({ accountId, stopId, quantity }) => ({ accountId, stopId, quantity }))).toEqual([
    { accountId: general.accountId, stopId: haffeh?.id, quantity: 30 },
    { accountId: given.accountId, stopId: kasab?.id, quantity: 20 },
  ]);
  expect(proposal.unplaced).toMatchObject([
    { stopId: haffeh?.id, quantity: 40, why: 'no_stock' },
    { stopId: kasab?.id, quantity: 30, why: 'no_stock' },
  ]);
  expect(proposal).toMatchObject({ weightKg: 100, volumeM3: 0.4 });

  const lines = proposal.lines.map(({ convoyVehicleId, stopId, accountId, quantity }) => ({
    convoyVehicleId,
    stopId,
    accountId,
    quantity,
  }));
  ok(await story.coordinator.call(addManifestLines, { params, body: { lines } }), 201);
  const after = ok(await story.coordinator.call(proposeFill, { params }));
  expect(after.lines).toEqual([]);
  expect(after.unplaced.map((it) => it.quantity)).toEqual([40, 30]);
});
