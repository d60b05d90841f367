import { fieldError, type Pledge, pledgeLifecycle } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { requireDeclared } from '../associations/index.ts';
import { requireActiveCampaign } from '../campaigns/index.ts';
import { holdPledge } from './hold-pledge.ts';
import { readPledge } from './pledge-answers.ts';
import { changePledge, lockOffersOf, type PledgeChange, type PledgeRow } from './pledges.repository.ts';

type Decision = 'accept' | 'decline' | 'withdraw' | 'cancel';

const DECIDED = {
  accept: 'pledge.accepted',
  decline: 'pledge.declined',
  withdraw: 'pledge.withdrawn',
  cancel: 'pledge.cancelled',
} as const satisfies Record<Decision, string>;

/** Accepts all of a pledge or a part of it. @throws {Refusal} `association_not_declared` while it is suspended */
export async function acceptPledge(
  ctx: Context,
  id: string,
  { quantity, reason }: { quantity: number; reason: string },
): Promise<Pledge> {
  const pledge = await holdPledge(ctx, id);
  await requireActiveCampaign(ctx, pledge.campaignId);
  await requireDeclared(ctx.db, pledge.associationId);
  if (quantity > pledge.quantity) {
    throw refuseFields(fieldError('quantity', 'too_big', { maximum: pledge.quantity }));
  }
  const change = { acceptedQuantity: quantity, decidedAt: ctx.now() };
  return await decide(ctx, pledge, 'accept', { change, reason, detail: { quantity } });
}

export async function declinePledge(ctx: Context, id: string, reason: string): Promise<Pledge> {
  const pledge = await holdPledge(ctx, id);
  return await decide(ctx, pledge, 'decline', { change: { decidedAt: ctx.now() }, reason });
}

export async function withdrawPledge(ctx: Context, id: string, reason: string): Promise<Pledge> {
  const pledge = await holdPledge(ctx, id);
  return await decide(ctx, pledge, 'withdraw', { change: {}, reason });
}

/** An association that is dissolved gives nothing: what it offered and nobody accepted yet is declined. */
export async function declineOffersOf(ctx: Context, associationId: string, reason: string): Promise<void> {
  for (const pledge of await lockOffersOf(ctx.db, associationId)) {
    await decide(ctx, pledge, 'decline', { change: { decidedAt: ctx.now() }, reason });
  }
}

/** What has not come in yet will not come: it returns to the gap. */
export async function cancelPledge(ctx: Context, id: string, reason: string): Promise<Pledge> {
  const pledge = await holdPledge(ctx, id);
  const cancelledQuantity = pledge.acceptedQuantity - pledge.receivedQuantity;
  return await decide(ctx, pledge, 'cancel', {
    change: { cancelledQuantity },
    reason,
    detail: { quantity: cancelledQuantity },
  });
}

async function decide(
  ctx: Context,
  pledge: PledgeRow,
  decision: Decision,
  how: { change: Omit<PledgeChange, 'status'>; reason: string; detail?: { quantity: number } },
): Promise<Pledge> {
  const { id, campaignId, status: from } = pledge;
  const to = pledgeLifecycle.next(from, decision);
  if (!to || !(await changePledge(ctx.db, id, from, { ...how.change, status: to }))) {
    throw new Refusal('transition_not_allowed');
  }
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['pledges', 'needs', 'participants'] });
  const answer = await readPledge(ctx, id);
  await audit(ctx, {
    action: DECIDED[decision],
    subjectType: 'pledge',
    subjectId: id,
    campaignId,
    from,
    to,
    reason: how.reason,
    detail: how.detail ?? {},
  });
  return answer;
}
