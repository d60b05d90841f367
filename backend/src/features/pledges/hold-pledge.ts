import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { lockPledge, type PledgeRow } from './pledges.repository.ts';

/** The pledge, locked to the end of the transaction: all that happens to it and its goods at a site begins here. */
export async function holdPledge({ db, actor }: Context, id: string): Promise<PledgeRow> {
  const pledge = await lockPledge(db, id, onlyAssociation(actor));
  if (!pledge) throw new Refusal('not_found');
  return pledge;
}
