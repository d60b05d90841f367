import { type Convoy, type ConvoyFile, type Endpoint, readConvoy, type Topic } from '@qafila/contract';
import type { z } from 'zod';
import { invalidateTopics, keyOf, queryClient, useApiMutation } from '../../shared/api/index.ts';

const TOPICS: readonly Topic[] = ['convoys', 'stock', 'needs', 'deliveries'];

/** What a change of a convoy answers: the convoy as it now is, or nothing. */
type ConvoyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<ConvoyFile | undefined>>;
type ConvoyKey = Pick<Convoy, 'id' | 'campaignId'>;

/** A change of one convoy; every screen that shows it, or what it draws on, follows at once. */
export function useConvoyChange<E extends ConvoyEndpoint>(convoy: ConvoyKey, endpoint: E) {
  return useApiMutation(endpoint, {
    onSuccess: (answer) => acceptConvoy(convoy, answer as ConvoyFile | undefined),
  });
}

export async function acceptConvoy(convoy: ConvoyKey, file: ConvoyFile | undefined): Promise<void> {
  if (file) queryClient.setQueryData(keyOf(readConvoy, { params: { convoyId: convoy.id } }), file);
  await invalidateTopics(queryClient, convoy.campaignId, TOPICS);
}
