import { randomUUID } from 'node:crypto';
import { type Campaign, Day, fieldError, type Output, type OutputStep, Uuid } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { associationRefs } from '../associations/index.ts';
import { requireActiveCampaign, requireCampaign, requireParticipant } from '../campaigns/index.ts';
import {
  changeOutput,
  insertOutput,
  type OutputCounts,
  type OutputEntry,
  type OutputFilter,
  type OutputRow,
  outputById,
  outputsOf,
  stepsOf,
} from './outputs.repository.ts';

type Query = OutputFilter & { cursor?: string | undefined; limit: number };
type Given = Omit<OutputEntry, 'id' | 'campaignId' | 'associationId'> & {
  associationId?: string | undefined;
};

export async function list(
  ctx: Context,
  campaignId: string,
  { cursor, limit, ...filter }: Query,
): Promise<{ items: Output[]; nextCursor: string | null }> {
  await requireCampaign(ctx, campaignId);
  const only = onlyAssociation(ctx.actor);
  const rows = await outputsOf(ctx.db, campaignId, filter, {
    only,
    after: placeIn(cursor),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last ? `${last.day} ${last.id}` : null;
  return { items: await toOutputs(ctx.db, page), nextCursor };
}

function placeIn(cursor: string | undefined): { day: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [day, id, ...more] = cursor.split(' ');
  const isWhole = more.length === 0 && Day.safeParse(day).success && Uuid.safeParse(id).success;
  if (!isWhole || day === undefined || id === undefined) {
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  }
  return { day, id };
}

export async function read(ctx: Context, id: string): Promise<{ output: Output; steps: OutputStep[] }> {
  const output = await requireOutput(ctx, id);
  const steps = await stepsOf(ctx.db, id);
  return { output, steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })) };
}

/** @throws {Refusal} `wrong_campaign_kind`, `campaign_not_active`, `not_participating`, `output_exists` */
export async function record(ctx: Context, campaignId: string, given: Given): Promise<Output> {
  const associationId = giverOf(ctx, given.associationId);
  const campaign = await requireActiveCampaign(ctx, campaignId, 'initiative');
  await requireParticipant(ctx, campaignId, associationId);
  refuseOutside(ctx, campaign, given);
  const entry = { ...given, id: randomUUID(), campaignId, associationId };
  await insertOutput(ctx.db, entry, { at: ctx.now(), userId: ctx.actor.userId });
  return await told(ctx, entry, 'output.recorded');
}

/** @throws {Refusal} `campaign_not_active` once the initiative is closed: its figures then stand */
export async function correct(
  ctx: Context,
  id: string,
  version: number,
  given: OutputCounts & { note: string; reason: string },
): Promise<Output> {
  const output = await requireOutput(ctx, id);
  await requireActiveCampaign(ctx, output.campaignId, 'initiative');
  const by = { at: ctx.now(), userId: ctx.actor.userId };
  if (!(await changeOutput(ctx.db, id, version, given, by))) throw new Refusal('version_stale');
  const { campaignId, association } = output;
  return await told(ctx, { ...given, id, campaignId, associationId: association.id }, 'output.corrected');
}

async function told(
  ctx: Context,
  {
    id,
    campaignId,
    associationId,
    quantity,
    reason = '',
  }: Pick<OutputEntry, 'id' | 'campaignId' | 'associationId' | 'quantity'> & { reason?: string },
  action: 'output.recorded' | 'output.corrected',
): Promise<Output> {
  ctx.announce({ kind: 'workChanged', topics: ['outputs'], associationIds: [associationId] });
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['outputs'] });
  const answer = await requireOutput(ctx, id);
  await audit(ctx, {
    action,
    subjectType: 'output',
    subjectId: id,
    campaignId,
    reason,
    detail: { associationId, quantity },
  });
  return answer;
}

async function requireOutput({ db, actor }: Context, id: string): Promise<Output> {
  const row = await outputById(db, id, onlyAssociation(actor));
  const [output] = row ? await toOutputs(db, [row]) : [];
  if (!output) throw new Refusal('not_found');
  return output;
}

/** Staff say for whom they enter it; an association enters its own and nobody else’s. */
function giverOf({ actor }: Context, associationId: string | undefined): string {
  const own = onlyAssociation(actor);
  if (own !== null && associationId !== undefined) {
    throw refuseFields(fieldError('associationId', 'unknown_field'));
  }
  const giver = own ?? associationId;
  if (giver === undefined) throw refuseFields(fieldError('associationId', 'required'));
  return giver;
}

function refuseOutside(
  { now }: Context,
  { startsOn, endsOn, governorateCodes }: Campaign,
  { day, governorateCode }: Pick<OutputEntry, 'day' | 'governorateCode'>,
): void {
  if (day < startsOn) throw refuseFields(fieldError('day', 'before_campaign'));
  if (day > endsOn) throw refuseFields(fieldError('day', 'after_campaign'));
  if (day > dayInDamascus(now())) throw refuseFields(fieldError('day', 'after_now'));
  if (!governorateCodes.includes(governorateCode)) {
    throw refuseFields(fieldError('governorateCode', 'outside_campaign'));
  }
}

async function toOutputs(db: Db, rows: readonly OutputRow[]): Promise<Output[]> {
  const names = await associationRefs(
    db,
    rows.map((row) => row.associationId),
  );
  return rows.flatMap(({ associationId, ...row }) => {
    const association = names.get(associationId);
    return association ? [{ ...row, association, recordedAt: row.recordedAt.toISOString() }] : [];
  });
}
