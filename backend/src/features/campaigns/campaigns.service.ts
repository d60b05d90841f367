import { randomUUID } from 'node:crypto';
import { type Campaign, type CampaignKind, campaignLifecycle, fieldError } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import { yearInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import type { Patch } from '../../platform/patch.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import {
  type CampaignFields,
  campaignsVisible,
  changeCampaign,
  holdCampaign,
  insertCampaign,
  moveCampaign,
  type NewCampaign,
  unfinishedOf,
} from './campaigns.repository.ts';

type CampaignCommand = (typeof campaignLifecycle.commands)[number];

const MOVED = {
  activate: 'campaign.activated',
  close: 'campaign.closed',
  reopen: 'campaign.reopened',
  archive: 'campaign.archived',
} as const satisfies Record<CampaignCommand, string>;

export async function listCampaigns({ db, actor }: Context): Promise<Campaign[]> {
  return await campaignsVisible(db, onlyAssociation(actor));
}

/** @throws {Refusal} `not_found` when there is none, or none the actor may see */
export async function requireCampaign({ db, actor }: Context, id: string): Promise<Campaign> {
  const [campaign] = await campaignsVisible(db, onlyAssociation(actor), id);
  if (!campaign) throw new Refusal('not_found');
  return campaign;
}

/**
 * As `requireCampaign`; the campaign is of the kind, one of convoys unless said otherwise, and active, and stays so to
 * the end of the transaction.
 */
export async function requireActiveCampaign(
  ctx: Context,
  id: string,
  kind: CampaignKind = 'convoys',
): Promise<Campaign> {
  const campaign = await requireCampaign(ctx, id);
  if (campaign.kind !== kind) throw new Refusal('wrong_campaign_kind');
  if ((await holdCampaign(ctx.db, id)) !== 'active') throw new Refusal('campaign_not_active');
  return { ...campaign, status: 'active' };
}

/** A campaign that is being prepared or under way, whose plan may still change; of convoys, or of either kind. */
export async function requireOpenCampaign(
  ctx: Context,
  id: string,
  kind: CampaignKind | 'either' = 'convoys',
): Promise<Campaign> {
  const campaign = await requireCampaign(ctx, id);
  if (kind !== 'either' && campaign.kind !== kind) throw new Refusal('wrong_campaign_kind');
  const status = await holdCampaign(ctx.db, id);
  if (status !== 'active' && status !== 'draft') throw new Refusal('campaign_not_active');
  return { ...campaign, status };
}

/** Goods on their way may still come in after a campaign has closed; from the archive nobody could send them on. */
export async function refuseArchived(ctx: Context, id: string): Promise<void> {
  if ((await holdCampaign(ctx.db, id)) === 'archived') throw new Refusal('campaign_not_active');
}

export async function createCampaign(ctx: Context, fields: NewCampaign): Promise<Campaign> {
  const id = randomUUID();
  await insertCampaign(ctx.db, id, yearInDamascus(ctx.now()), fields);
  ctx.announce({ kind: 'campaignChanged', campaignId: id, topics: ['campaign'] });
  const answer = await requireCampaign(ctx, id);
  await audit(ctx, {
    action: 'campaign.created',
    subjectType: 'campaign',
    subjectId: id,
    campaignId: id,
    to: 'draft',
  });
  return answer;
}

export async function updateCampaign(
  ctx: Context,
  id: string,
  version: number,
  fields: Patch<CampaignFields>,
): Promise<Campaign> {
  const campaign = await requireCampaign(ctx, id);
  if ((fields.startsOn ?? campaign.startsOn) > (fields.endsOn ?? campaign.endsOn)) {
    throw refuseFields(fieldError('endsOn', 'end_before_start'));
  }
  if (!(await changeCampaign(ctx.db, id, version, fields))) throw new Refusal('version_stale');
  ctx.announce({ kind: 'campaignChanged', campaignId: id, topics: ['campaign'] });
  const answer = await requireCampaign(ctx, id);
  await audit(ctx, {
    action: 'campaign.changed',
    subjectType: 'campaign',
    subjectId: id,
    campaignId: id,
  });
  return answer;
}

export async function transitionCampaign(
  ctx: Context,
  id: string,
  command: CampaignCommand,
  reason: string,
): Promise<Campaign> {
  const { status: from } = await requireCampaign(ctx, id);
  const to = campaignLifecycle.next(from, command);
  if (!to || !(await moveCampaign(ctx.db, id, from, to))) throw new Refusal('transition_not_allowed');
  if (command === 'archive') await requireFinished(ctx, id);
  ctx.announce({ kind: 'campaignChanged', campaignId: id, topics: ['campaign'] });
  const answer = await requireCampaign(ctx, id);
  await audit(ctx, {
    action: MOVED[command],
    subjectType: 'campaign',
    subjectId: id,
    campaignId: id,
    from,
    to,
    reason,
  });
  return answer;
}

/** Nothing leads out of the archive, so what is in it must have reached its end. */
async function requireFinished({ db }: Context, id: string): Promise<void> {
  const unfinished = await unfinishedOf(db, id);
  if (unfinished.onHand + unfinished.convoys === 0) return;
  throw new Refusal('transition_not_allowed', 'Goods are still on hand, or convoys have not ended', {
    values: unfinished,
  });
}
