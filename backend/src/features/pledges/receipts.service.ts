import { fieldError, type Pledge, pledgeLifecycle, type recordReceipt } from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { isInFuture } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { refuseArchived } from '../campaigns/index.ts';
import { derivedId, postTransfers } from '../custody/index.ts';
import { holdPledge } from './hold-pledge.ts';
import { readPledge } from './pledge-answers.ts';
import { changePledge, type PledgeRow } from './pledges.repository.ts';
import { insertReceipt, type ReceiptRow, receiptById } from './receipts.repository.ts';
import { refuseWrongReceivingSite } from './receiving-site.ts';

export type Count = z.output<typeof recordReceipt.body>;
export type Recorded = { receipt: z.input<typeof recordReceipt.response>['receipt']; pledge: Pledge };

/**
 * Counts goods in: a receipt, a lot, and the transfer from the pledge to the site, at once. The same receipt id
 * with the same content is the same receipt.
 * @throws {Refusal} `above_outstanding`; `campaign_not_active`; `transfer_reused` for another count under the same id
 */
export async function receive(ctx: Context, pledgeId: string, asked: Count): Promise<Recorded> {
  const pledge = await holdPledge(ctx, pledgeId);
  const known = await receiptById(ctx.db, asked.receiptId);
  if (known) return await answerAgain(ctx, pledge, known, asked);
  await refuseArchived(ctx, pledge.campaignId);
  if (isInFuture(new Date(asked.receivedAt), ctx.now())) {
    throw refuseFields(fieldError('receivedAt', 'after_now'));
  }
  await refuseWrongReceivingSite(ctx.db, asked.siteId);
  const outstanding = pledge.acceptedQuantity - pledge.receivedQuantity - pledge.cancelledQuantity;
  const within = Math.min(asked.quantity, outstanding);
  const overQuantity = asked.quantity - within;
  const command = within === outstanding ? 'complete' : 'receive';
  const to = pledgeLifecycle.next(pledge.status, command);
  if (!to) throw new Refusal('transition_not_allowed');
  if (overQuantity > 0 && !asked.acceptOver) throw aboveOutstanding(outstanding);

  await bringIn(ctx, pledge, asked, overQuantity);
  await changePledge(ctx.db, pledge.id, pledge.status, {
    status: to,
    receivedQuantity: pledge.receivedQuantity + within,
    overQuantity: pledge.overQuantity + overQuantity,
  });
  const { campaignId } = pledge;
  ctx.announce({
    kind: 'campaignChanged',
    campaignId,
    topics: ['pledges', 'needs', 'stock', 'participants'],
  });
  const answer = await answerOf(ctx, pledge.id, asked.receiptId);
  await audit(ctx, {
    action: 'receipt.recorded',
    subjectType: 'receipt',
    subjectId: asked.receiptId,
    campaignId,
    from: pledge.status,
    to,
    reason: asked.note,
    detail: { quantity: asked.quantity, overQuantity, pledgeId: pledge.id },
  });
  return answer;
}

async function bringIn(ctx: Context, pledge: PledgeRow, asked: Count, overQuantity: number): Promise<void> {
  const { receiptId, siteId, quantity, note, receivedAt, expiresOn } = asked;
  const lotId = derivedId(receiptId, 'lot');
  const { campaignId, associationId, itemId } = pledge;
  await insertReceipt(
    ctx.db,
    {
      id: receiptId,
      pledgeId: pledge.id,
      siteId,
      quantity,
      overQuantity,
      note,
      receivedAt,
      countedBy: ctx.actor.userId,
    },
    { id: lotId, campaignId, associationId, itemId, expiresOn },
  );
  await postTransfers(ctx, [
    {
      id: derivedId(receiptId, 'transfer'),
      lotId,
      from: { kind: 'pledge_source' },
      to: { kind: 'site', siteId },
      quantity,
      documentType: 'receipt',
      documentId: receiptId,
      occurredAt: new Date(receivedAt),
    },
  ]);
}

function aboveOutstanding(outstanding: number): Refusal {
  const values = { available: outstanding };
  const error = { path: 'quantity', code: 'above_outstanding', message: 'above_outstanding', values };
  return new Refusal('above_outstanding', undefined, { values, errors: [error] });
}

async function answerAgain(
  ctx: Context,
  pledge: PledgeRow,
  known: ReceiptRow,
  asked: Count,
): Promise<Recorded> {
  if (known.pledgeId !== pledge.id || !isSameCount(known, asked)) throw new Refusal('transfer_reused');
  return await answerOf(ctx, pledge.id, known.id);
}

function isSameCount(known: ReceiptRow, asked: Count): boolean {
  return (
    known.siteId === asked.siteId.toLowerCase() &&
    known.quantity === asked.quantity &&
    known.expiresOn === asked.expiresOn &&
    known.note === asked.note &&
    known.receivedAt.getTime() === new Date(asked.receivedAt).getTime()
  );
}

async function answerOf(ctx: Context, pledgeId: string, receiptId: string): Promise<Recorded> {
  const receipt = await receiptById(ctx.db, receiptId);
  if (!receipt) throw new Refusal('not_found');
  const { id, code, lotCode, quantity, overQuantity, receivedAt } = receipt;
  return {
    receipt: { id, code, lotCode, quantity, overQuantity, receivedAt: receivedAt.toISOString() },
    pledge: await readPledge(ctx, pledgeId),
  };
}
