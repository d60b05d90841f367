import { listNeeds, listPledges, listStock, readConvoy, readPledge } from '@qafila/contract';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { keyOf } from './keys.ts';
import { invalidateTopics } from './topics.ts';

test('only what a topic touches in that campaign is read again', async () => {
  const client = new QueryClient();
  const keys = {
    pledges: keyOf(listPledges, { params: { campaignId: 'a' } }),
    openPledges: keyOf(listPledges, { params: { campaignId: 'a' }, query: { status: 'offered' } }),
    elsewhere: keyOf(listPledges, { params: { campaignId: 'b' } }),
    onePledge: keyOf(readPledge, { params: { pledgeId: 'p' } }),
    needs: keyOf(listNeeds, { params: { campaignId: 'a' } }),
    stock: keyOf(listStock, { params: { campaignId: 'a' } }),
    convoy: keyOf(readConvoy, { params: { convoyId: 'c' } }),
  };
  for (const key of Object.values(keys)) client.setQueryData(key, []);
  await invalidateTopics(client, 'a', ['pledges']);
  const stale = Object.entries(keys).filter(([, key]) => client.getQueryState(key)?.isInvalidated);
  expect(stale.map(([name]) => name)).toEqual(['pledges', 'openPledges', 'onePledge']);
});
