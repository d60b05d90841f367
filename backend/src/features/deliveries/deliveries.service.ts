import type { DeliveryRow } from '@qafila/contract';
import type { z } from 'zod';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { requireCampaign } from '../campaigns/index.ts';
import { type DeliveryRowOf, selectDeliveryRows } from './deliveries.repository.ts';

export async function list(ctx: Context, campaignId: string): Promise<z.output<typeof DeliveryRow>[]> {
  await requireCampaign(ctx, campaignId);
  const rows = await selectDeliveryRows(ctx.db, campaignId, onlyAssociation(ctx.actor));
  return rows.map(toRow);
}

function toRow({ loadedG, goodG, damagedG, missingG, ...row }: DeliveryRowOf): z.output<typeof DeliveryRow> {
  return {
    ...row,
    settledAt: row.settledAt?.toISOString() ?? null,
    plannedArrivalAt: row.plannedArrivalAt.toISOString(),
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    loadedKg: loadedG / 1000,
    goodKg: goodG / 1000,
    damagedKg: damagedG / 1000,
    missingKg: missingG / 1000,
  };
}
