import { randomUUID } from 'node:crypto';
import { type Campaign, fieldError, type ItemRef, type Need, type SiteRef } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import type { Patch } from '../../platform/patch.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { requireCampaign, requireOpenCampaign } from '../campaigns/index.ts';
import { type CoverageRow, coverageOf, toCoverage } from '../need-coverage/index.ts';
import { itemRefs, siteRefs } from '../reference/index.ts';
import {
  changeNeed,
  holdNeed,
  insertNeed,
  isPledgedFor,
  type NeedFields,
  type NeedRow,
  needById,
  needRowsOf,
  removeNeed,
} from './needs.repository.ts';

/** The campaign's needs with their coverage. */
export async function needsOf(ctx: Context, campaignId: string): Promise<Need[]> {
  await requireCampaign(ctx, campaignId);
  return await toNeeds(ctx, campaignId, await needRowsOf(ctx.db, campaignId));
}

export async function createNeed(
  ctx: Context,
  campaignId: string,
  { siteId, itemId, ...fields }: NeedFields & { siteId: string; itemId: string },
): Promise<Need> {
  const campaign = await requireOpenCampaign(ctx, campaignId);
  refuseEarly(campaign, fields.neededBy);
  await refuseWrongPlaceOrItem(ctx, siteId, itemId);
  const id = randomUUID();
  await insertNeed(ctx.db, { id, campaignId, siteId, itemId, createdBy: ctx.actor.userId, ...fields });
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['needs'] });
  const answer = await readNeed(ctx, id);
  await audit(ctx, { action: 'need.created', subjectType: 'need', subjectId: id, campaignId });
  return answer;
}

export async function updateNeed(
  ctx: Context,
  id: string,
  version: number,
  fields: Patch<NeedFields>,
): Promise<Need> {
  const { campaignId } = await requireNeed(ctx, id);
  const campaign = await requireOpenCampaign(ctx, campaignId);
  if (fields.neededBy) refuseEarly(campaign, fields.neededBy);
  if (!(await changeNeed(ctx.db, id, version, fields))) throw new Refusal('version_stale');
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['needs'] });
  const answer = await readNeed(ctx, id);
  await audit(ctx, { action: 'need.changed', subjectType: 'need', subjectId: id, campaignId });
  return answer;
}

/** @throws {Refusal} `need_in_use` when a pledge names it, or goods are bound for it or have reached it */
export async function deleteNeed(ctx: Context, id: string): Promise<void> {
  const need = await holdNeed(ctx.db, id);
  if (!need) throw new Refusal('not_found');
  const { campaignId } = need;
  await requireOpenCampaign(ctx, campaignId);
  const { coverage } = await readNeed(ctx, id);
  const isAnswered = coverage.delivered + coverage.aboard + coverage.onHand > 0;
  if (isAnswered || (await isPledgedFor(ctx.db, id))) throw new Refusal('need_in_use');
  await removeNeed(ctx.db, id);
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['needs', 'pledges'] });
  await audit(ctx, { action: 'need.deleted', subjectType: 'need', subjectId: id, campaignId });
}

async function readNeed(ctx: Context, id: string): Promise<Need> {
  const row = await requireNeed(ctx, id);
  const [need] = await toNeeds(ctx, row.campaignId, [row]);
  if (!need) throw new Refusal('not_found');
  return need;
}

/** Only those who manage needs ask for one by its id, and they see every campaign. */
async function requireNeed({ db }: Context, id: string): Promise<NeedRow> {
  const row = await needById(db, id);
  if (!row) throw new Refusal('not_found');
  return row;
}

function refuseEarly({ startsOn }: Campaign, neededBy: string): void {
  if (dayInDamascus(new Date(neededBy)) < startsOn) {
    throw refuseFields(fieldError('neededBy', 'before_campaign', { startsOn }));
  }
}

/** Goods are needed where people are, not in a warehouse. */
async function refuseWrongPlaceOrItem({ db }: Context, siteId: string, itemId: string): Promise<void> {
  const site = (await siteRefs(db, [siteId])).get(siteId);
  const item = (await itemRefs(db, [itemId])).get(itemId);
  const wrong = [
    ...(site ? [] : [fieldError('siteId', 'no_such_reference')]),
    ...(site?.kind === 'warehouse' ? [fieldError('siteId', 'wrong_kind')] : []),
    ...(item ? [] : [fieldError('itemId', 'no_such_reference')]),
  ];
  if (wrong.length > 0) throw refuseFields(...wrong);
}

async function toNeeds({ db }: Context, campaignId: string, rows: NeedRow[]): Promise<Need[]> {
  if (rows.length === 0) return [];
  const coverage = new Map((await coverageOf(db, campaignId)).map((row) => [row.needId, row]));
  const sites = await siteRefs(
    db,
    rows.map((row) => row.siteId),
  );
  const items = await itemRefs(
    db,
    rows.map((row) => row.itemId),
  );
  return rows.flatMap((row) => {
    const parts = { site: sites.get(row.siteId), item: items.get(row.itemId), covered: coverage.get(row.id) };
    return isWhole(parts) ? [toNeed(row, parts)] : [];
  });
}

type Parts = { site: SiteRef; item: ItemRef; covered: CoverageRow };

/** Between two reads a need can be taken back; then it is left out. */
function isWhole(parts: { [Part in keyof Parts]: Parts[Part] | undefined }): parts is Parts {
  return parts.site !== undefined && parts.item !== undefined && parts.covered !== undefined;
}

function toNeed(row: NeedRow, { site, item, covered }: Parts): Need {
  return {
    id: row.id,
    site,
    item,
    quantity: row.quantity,
    priority: row.priority,
    neededBy: row.neededBy.toISOString(),
    households: row.households,
    note: row.note,
    coverage: toCoverage(covered),
    version: row.version,
  };
}
