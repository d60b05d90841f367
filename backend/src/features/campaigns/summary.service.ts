import { type CampaignSummary, convoyLifecycle } from '@qafila/contract';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { coverageOf, sumOfWeights } from '../need-coverage/index.ts';
import { requireCampaign } from './campaigns.service.ts';
import { convoyCountsOf, talliesOf } from './summary.repository.ts';

const DUE_SOON_MS = 48 * 3_600_000;

export async function readSummary(ctx: Context, campaignId: string): Promise<CampaignSummary> {
  const { db, actor } = ctx;
  await requireCampaign(ctx, campaignId);
  const only = onlyAssociation(actor);
  const asOf = ctx.now();
  const needs = await coverageOf(db, campaignId);
  const tallies = await talliesOf(db, campaignId, only);
  const convoys = await convoyCountsOf(db, campaignId, only);
  const dueSoon = asOf.getTime() + DUE_SOON_MS;
  return {
    coverage: sumOfWeights(needs),
    convoyCounts: {
      ...Object.fromEntries(convoyLifecycle.states.map((state) => [state, 0])),
      ...Object.fromEntries(convoys.map(({ status, count }) => [status, count])),
    },
    associationCount: tallies.associationCount,
    destinationCount: new Set(needs.map((need) => need.siteId)).size,
    dueSoonCount: needs.filter((need) => need.gap > 0 && need.neededBy.getTime() <= dueSoon).length,
    offeredCount: tallies.offeredCount,
    damagedKg: tallies.damagedG / 1000,
    missingKg: tallies.missingG / 1000,
    asOf: asOf.toISOString(),
  };
}
