import type { OutputTotals } from '@qafila/contract';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { associationRefs } from '../associations/index.ts';
import { requireCampaign } from '../campaigns/index.ts';
import { spreadOf, sumsBy, sumsOf } from './totals.repository.ts';

/** The whole campaign’s figures; what others gave an association cannot tell from them. */
export async function readTotals(ctx: Context, campaignId: string): Promise<OutputTotals> {
  const { db } = ctx;
  await requireCampaign(ctx, campaignId);
  const only = onlyAssociation(ctx.actor);
  const byAssociation = await sumsBy(db, campaignId, 'associationId', only);
  const names = await associationRefs(
    db,
    byAssociation.map((it) => it.associationId),
  );
  return {
    byKind: await sumsOf(db, campaignId),
    ...(await spreadOf(db, campaignId)),
    byAssociation: byAssociation.flatMap(({ associationId, ...sums }) => {
      const association = names.get(associationId);
      return association ? [{ association, ...sums }] : [];
    }),
    byGovernorate: await sumsBy(db, campaignId, 'governorateCode', only),
    byDay: await sumsBy(db, campaignId, 'day', only),
    asOf: ctx.now().toISOString(),
  };
}
