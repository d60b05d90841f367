import type { StockLine } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { associationRefs } from '../associations/index.ts';
import { requireCampaign } from '../campaigns/index.ts';
import { itemRefs, siteRefs } from '../reference/index.ts';
import { type StockRow, stockRowsOf } from './stock.repository.ts';

/** What the campaign's sites hold, by lot; for an association its own lots. */
export async function stockOf(ctx: Context, campaignId: string): Promise<StockLine[]> {
  await requireCampaign(ctx, campaignId);
  return await toStock(ctx.db, await stockRowsOf(ctx.db, campaignId, { only: onlyAssociation(ctx.actor) }));
}

/** What one account of a site holds; undefined when that is nothing any more. */
export async function stockAt(
  { db, actor }: Context,
  campaignId: string,
  accountId: number,
): Promise<StockLine | undefined> {
  const rows = await stockRowsOf(db, campaignId, { only: onlyAssociation(actor), accountId });
  const [line] = await toStock(db, rows);
  return line;
}

async function toStock(db: Db, rows: StockRow[]): Promise<StockLine[]> {
  const sites = await siteRefs(
    db,
    rows.map((row) => row.siteId),
  );
  const items = await itemRefs(
    db,
    rows.map((row) => row.itemId),
  );
  const associations = await associationRefs(
    db,
    rows.map((row) => row.associationId),
  );
  return rows.flatMap(({ siteId, itemId, associationId, receivedAt, ...row }) => {
    const site = sites.get(siteId);
    const item = items.get(itemId);
    const association = associations.get(associationId);
    if (!site || !item || !association) return [];
    const free = row.onHand - row.allotted;
    return [{ ...row, site, item, association, receivedAt: receivedAt.toISOString(), free }];
  });
}
