import type { CorrectionKind, correctStock, PledgeStatus } from '@qafila/contract';
import type { z } from 'zod';
import { type AuditEntry, audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { refuseArchived } from '../campaigns/index.ts';
import { derivedId, type Holder, postTransfers, type Transfer } from '../custody/index.ts';
import { holdPledge, recountPledge } from '../pledges/index.ts';
import {
  type CorrectionRow,
  correctionById,
  insertCorrection,
  lockFree,
  type Shelf,
  shelfById,
} from './corrections.repository.ts';
import { stockAt } from './stock.service.ts';

type Asked = z.output<typeof correctStock.body>;
type Corrected = z.input<typeof correctStock.response>;

/** Where the goods go in the books, and on what kind of paper. */
const ENDS: Record<CorrectionKind, { to: Holder; documentType: Transfer['documentType'] }> = {
  miscounted: { to: { kind: 'pledge_source' }, documentType: 'count_correction' },
  missing: { to: { kind: 'lost', reason: 'missing', stopId: null }, documentType: 'loss' },
  damaged: { to: { kind: 'lost', reason: 'damaged', stopId: null }, documentType: 'loss' },
  returned: { to: { kind: 'returned' }, documentType: 'return' },
};

/**
 * Takes goods off a shelf. The same correction id with the same content is the same correction.
 * @throws {Refusal} `above_stock`; `campaign_not_active`; `transfer_reused` for another correction under the same id
 */
export async function correct(ctx: Context, accountId: number, asked: Asked): Promise<Corrected> {
  const shelf = await shelfById(ctx.db, accountId);
  if (!shelf) throw new Refusal('not_found');
  const pledge = await holdPledge(ctx, shelf.pledgeId);
  const { campaignId } = pledge;
  const known = await correctionById(ctx.db, asked.correctionId);
  if (known) {
    if (!isSameCorrection(known, accountId, asked)) throw new Refusal('transfer_reused');
    return await answerOf(ctx, campaignId, known);
  }
  await refuseArchived(ctx, campaignId);
  const free = await lockFree(ctx.db, accountId);
  if (asked.quantity > free) throw aboveStock(free);

  const code = await takeOff(ctx, shelf, asked);
  const to = asked.kind === 'miscounted' ? await recountPledge(ctx, pledge, asked.quantity) : undefined;
  ctx.announce({
    kind: 'campaignChanged',
    campaignId,
    topics: ['stock', 'pledges', 'needs', 'participants', 'campaign'],
  });
  const answer = await answerOf(ctx, campaignId, { id: asked.correctionId, code, accountId });
  await auditCorrection(ctx, { campaignId, shelf, asked, code });
  if (to) await auditRecount(ctx, pledge, to, asked);
  return answer;
}

async function takeOff(ctx: Context, { accountId, lotId, siteId }: Shelf, asked: Asked): Promise<string> {
  const { correctionId, kind, quantity, reason } = asked;
  const at = ctx.now();
  const code = await insertCorrection(ctx.db, {
    ...{ id: correctionId, accountId, kind, quantity, reason },
    madeBy: ctx.actor.userId,
    madeAt: at,
  });
  await postTransfers(ctx, [
    {
      id: derivedId(correctionId, 'transfer'),
      lotId,
      from: { kind: 'site', siteId },
      ...ENDS[kind],
      quantity,
      documentId: correctionId,
      occurredAt: at,
    },
  ]);
  return code;
}

function aboveStock(available: number): Refusal {
  const values = { available };
  const error = { path: 'quantity', code: 'above_stock', message: 'above_stock', values };
  return new Refusal('above_stock', undefined, { values, errors: [error] });
}

function isSameCorrection(known: CorrectionRow, accountId: number, asked: Asked): boolean {
  return (
    known.accountId === accountId &&
    known.kind === asked.kind &&
    known.quantity === asked.quantity &&
    known.reason === asked.reason
  );
}

async function answerOf(
  ctx: Context,
  campaignId: string,
  { id, code, accountId }: Pick<CorrectionRow, 'id' | 'code' | 'accountId'>,
): Promise<Corrected> {
  return { correction: { id, code }, line: (await stockAt(ctx, campaignId, accountId)) ?? null };
}

async function auditCorrection(
  ctx: Context,
  it: { campaignId: string; shelf: Shelf; asked: Asked; code: string },
): Promise<void> {
  const { kind, quantity, reason, correctionId } = it.asked;
  await audit(ctx, {
    action: 'stock.corrected',
    subjectType: 'lot',
    subjectId: it.shelf.lotId,
    campaignId: it.campaignId,
    reason,
    detail: { correctionId, code: it.code, kind, quantity, siteId: it.shelf.siteId },
  });
}

async function auditRecount(
  ctx: Context,
  pledge: { id: string; campaignId: string; status: PledgeStatus },
  to: PledgeStatus,
  { quantity, reason }: Asked,
): Promise<void> {
  const moved: Pick<AuditEntry, 'from' | 'to'> = to === pledge.status ? {} : { from: pledge.status, to };
  await audit(ctx, {
    action: 'pledge.recounted',
    subjectType: 'pledge',
    subjectId: pledge.id,
    campaignId: pledge.campaignId,
    ...moved,
    reason,
    detail: { quantity },
  });
}
