import { randomUUID } from 'node:crypto';
import { fieldError, type Pledge, type PledgeStatus } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { refuseFields } from '../../platform/refusal.ts';
import { requireActiveCampaign, requireCampaign, requireParticipant } from '../campaigns/index.ts';
import { requireMayPledge } from '../obligations/index.ts';
import { itemRefs } from '../reference/index.ts';
import { readPledge, toPledges } from './pledge-answers.ts';
import { insertPledge, needOf, pledgeRowsOf } from './pledges.repository.ts';
import { refuseWrongReceivingSite } from './receiving-site.ts';

export type Offer = {
  associationId?: string | undefined;
  needId: string | null;
  itemId: string;
  quantity: number;
  siteId: string;
  readyAt: string;
  note: string;
};

export async function listPledges(
  ctx: Context,
  campaignId: string,
  status: PledgeStatus | undefined,
): Promise<Pledge[]> {
  await requireCampaign(ctx, campaignId);
  const only = onlyAssociation(ctx.actor);
  return await toPledges(ctx.db, campaignId, await pledgeRowsOf(ctx.db, campaignId, { only, status }));
}

/** @throws {Refusal} `campaign_not_active`, `not_participating`, `obligation_overdue` */
export async function offerPledge(ctx: Context, campaignId: string, offer: Offer): Promise<Pledge> {
  const associationId = giverOf(ctx, offer);
  await requireActiveCampaign(ctx, campaignId);
  await requireParticipant(ctx, campaignId, associationId);
  await requireMayPledge(ctx, associationId);
  await refuseWrongItem(ctx, campaignId, offer);
  await refuseWrongReceivingSite(ctx.db, offer.siteId);
  const id = randomUUID();
  await insertPledge(ctx.db, {
    ...offer,
    id,
    campaignId,
    associationId,
    createdAt: ctx.now(),
    createdBy: ctx.actor.userId,
  });
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['pledges'] });
  const answer = await readPledge(ctx, id);
  await audit(ctx, {
    action: 'pledge.offered',
    subjectType: 'pledge',
    subjectId: id,
    campaignId,
    to: 'offered',
    detail: { quantity: offer.quantity },
  });
  return answer;
}

/** Staff say for whom they enter the pledge; an association pledges for itself and for nobody else. */
function giverOf({ actor }: Context, { associationId }: Offer): string {
  const own = onlyAssociation(actor);
  if (own !== null && associationId !== undefined) {
    throw refuseFields(fieldError('associationId', 'unknown_field'));
  }
  const giver = own ?? associationId;
  if (giver === undefined) throw refuseFields(fieldError('associationId', 'required'));
  return giver;
}

async function refuseWrongItem({ db }: Context, campaignId: string, offer: Offer): Promise<void> {
  const item = (await itemRefs(db, [offer.itemId])).get(offer.itemId);
  if (!item) throw refuseFields(fieldError('itemId', 'no_such_reference'));
  if (offer.needId === null) return;
  const need = await needOf(db, offer.needId, campaignId);
  if (!need) throw refuseFields(fieldError('needId', 'no_such_reference'));
  if (need.itemId !== item.id) throw refuseFields(fieldError('itemId', 'wrong_kind'));
}
