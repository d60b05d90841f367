import { type PledgeStatus, recounted } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { changePledge, type PledgeRow } from './pledges.repository.ts';

/**
 * Some of what was counted in against a held pledge never came: it is awaited again. Answers the state the pledge is
 * then in.
 */
export async function recountPledge(
  { db }: Context,
  pledge: PledgeRow,
  quantity: number,
): Promise<PledgeStatus> {
  const after = recounted(pledge, quantity);
  if (!after) throw new Refusal('transition_not_allowed');
  const { status, receivedQuantity, overQuantity } = after;
  if (!(await changePledge(db, pledge.id, pledge.status, { status, receivedQuantity, overQuantity }))) {
    throw new Refusal('transition_not_allowed');
  }
  return status;
}
