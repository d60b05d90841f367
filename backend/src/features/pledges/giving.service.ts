import type { AssociationGiving } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { requireAssociation } from '../associations/index.ts';
import { givenGoods, pledgeRecord } from './giving.repository.ts';

export async function readGiving(ctx: Context, associationId: string): Promise<AssociationGiving> {
  await requireAssociation(ctx, associationId);
  return {
    pledges: await pledgeRecord(ctx.db, associationId, ctx.now()),
    goods: await givenGoods(ctx.db, associationId),
  };
}
