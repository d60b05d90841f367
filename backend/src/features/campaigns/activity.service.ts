import { type Activity, fieldError } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { refuseFields } from '../../platform/refusal.ts';
import { activityOf } from './activity.repository.ts';
import { requireCampaign } from './campaigns.service.ts';

type Page = { items: Activity[]; nextCursor: string | null };

/** What happened, newest first. The cursor is the number of the last entry of the page before. */
export async function listActivity(
  ctx: Context,
  campaignId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page> {
  await requireCampaign(ctx, campaignId);
  const rows = await activityOf(ctx.db, campaignId, { before: numberIn(cursor), limit: limit + 1 });
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? String(last.id) : null };
}

function numberIn(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  if (!/^[1-9]\d{0,14}$/.test(cursor)) throw refuseFields(fieldError('cursor', 'invalid_format'));
  return Number(cursor);
}
