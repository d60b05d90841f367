import {
  type Endpoint,
  listActivity,
  listAlerts,
  listCampaigns,
  listConvoys,
  listDeliveries,
  listDriverLinks,
  listHazards,
  listNeeds,
  listOutputs,
  listParticipants,
  listPledges,
  listShareLinks,
  listStock,
  proposeFill,
  readAlertRules,
  readCampaign,
  readCampaignSummary,
  readConvoy,
  readLiveMap,
  readOutputTotals,
  readPledge,
  readWaybill,
  type Topic,
  type WorkTopic,
} from '@qafila/contract';
import type { QueryClient } from '@tanstack/react-query';

/** What has to be read again when a topic has changed. Totals and the map draw on nearly everything. */
const READS: Readonly<Record<Topic, readonly Pick<Endpoint, 'path'>[]>> = {
  campaign: [listCampaigns, readCampaign, readCampaignSummary, listActivity],
  needs: [listNeeds, readCampaignSummary, readLiveMap, proposeFill, listActivity],
  pledges: [listPledges, readPledge, readCampaignSummary, listParticipants, listActivity],
  stock: [listStock, readPledge, readLiveMap, proposeFill, readCampaignSummary],
  convoys: [
    listConvoys,
    readConvoy,
    listDriverLinks,
    readLiveMap,
    readWaybill,
    listDeliveries,
    readCampaignSummary,
    listActivity,
  ],
  deliveries: [listDeliveries, readWaybill, readConvoy, readLiveMap, readCampaignSummary, listActivity],
  outputs: [listOutputs, readOutputTotals, listActivity],
  participants: [listParticipants, readCampaignSummary, listActivity],
  alerts: [listAlerts, readAlertRules],
  hazards: [listHazards],
  shares: [listShareLinks],
};

/** Has every screen read again what of a campaign has changed. */
export async function invalidateTopics(
  client: QueryClient,
  campaignId: string,
  topics: readonly Topic[],
): Promise<void> {
  const paths = new Set<string>(topics.flatMap((topic) => READS[topic].map((read) => read.path)));
  await client.invalidateQueries({
    predicate: ({ queryKey: [path, params] }) =>
      typeof path === 'string' && paths.has(path) && concerns(params, campaignId),
  });
}

/** Reads that name no campaign (one convoy, one pledge) may be of any. */
function concerns(params: unknown, campaignId: string): boolean {
  const named = (params as { campaignId?: string } | undefined)?.campaignId;
  return named === undefined || named === campaignId;
}

/** Segments of the paths whose answers draw on a topic of the standing work, besides the topic's own name. */
const DRAWS: Partial<Record<WorkTopic, readonly string[]>> = {
  associations: ['registry', 'directory', 'applications'],
  obligations: ['obligation-types', 'obligation-overrides'],
  visits: ['findings'],
};

/** Has every screen read again what of the directorate's standing work has changed. */
export async function invalidateWork(client: QueryClient, topics: readonly WorkTopic[]): Promise<void> {
  const segments = new Set<string>(topics.flatMap((topic) => [topic, ...(DRAWS[topic] ?? [])]));
  await client.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === 'string' && path.split('/').some((segment) => segments.has(segment)),
  });
}
