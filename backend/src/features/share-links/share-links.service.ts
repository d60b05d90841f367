import { randomUUID } from 'node:crypto';
import { type createShareLink, fieldError, type ShareLink } from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { refuseArchived, requireCampaign } from '../campaigns/index.ts';
import { hasEnded } from './door.service.ts';
import {
  insertLink,
  isOfCampaign,
  type LinkRow,
  linksById,
  linksOfCampaign,
  markRevoked,
} from './share-links.repository.ts';
import type { ShareTokens } from './share-tokens.ts';

type Asked = z.output<typeof createShareLink.body>;
const HOUR_MS = 3_600_000;

export async function list(ctx: Context, tokens: ShareTokens, campaignId: string): Promise<ShareLink[]> {
  await requireCampaign(ctx, campaignId);
  const links = await linksOfCampaign(ctx.db, campaignId);
  return links.map((link) => toShareLink(link, tokens, ctx.now()));
}

export async function create(
  ctx: Context,
  tokens: ShareTokens,
  campaignId: string,
  { kind, precision, label, convoyId, validHours }: Asked,
): Promise<ShareLink> {
  await requireCampaign(ctx, campaignId);
  await refuseArchived(ctx, campaignId);
  if (convoyId !== null && !(await isOfCampaign(ctx.db, convoyId, campaignId))) {
    throw refuseFields(fieldError('convoyId', 'no_such_reference'));
  }
  const id = randomUUID();
  const createdAt = ctx.now();
  await insertLink(ctx.db, {
    ...{ id, kind, precision, label, campaignId, convoyId },
    createdBy: ctx.actor.userId,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + validHours * HOUR_MS),
  });
  return await conclude(ctx, tokens, id, 'shareLink.created', { kind, precision, convoyId, validHours });
}

/** Revoking what is revoked changes nothing. */
export async function revoke(ctx: Context, tokens: ShareTokens, id: string): Promise<ShareLink> {
  if (!(await markRevoked(ctx.db, id, ctx.actor.userId, ctx.now()))) {
    return toShareLink(await requireLink(ctx, id), tokens, ctx.now());
  }
  ctx.announce({ kind: 'shareEnded', shareId: id });
  return await conclude(ctx, tokens, id, 'shareLink.revoked', {});
}

async function conclude(
  ctx: Context,
  tokens: ShareTokens,
  id: string,
  action: string,
  detail: Record<string, string | number | null>,
): Promise<ShareLink> {
  const link = await requireLink(ctx, id);
  const { campaignId } = link;
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['shares'] });
  await audit(ctx, { action, subjectType: 'shareLink', subjectId: id, campaignId, detail });
  return toShareLink(link, tokens, ctx.now());
}

async function requireLink(ctx: Context, id: string): Promise<LinkRow> {
  const [link] = await linksById(ctx.db, [id]);
  if (!link) throw new Refusal('not_found');
  return link;
}

function toShareLink(link: LinkRow, tokens: ShareTokens, now: Date): ShareLink {
  const { id, kind, precision, label, convoyId, convoyCode, createdByName, useCount } = link;
  return {
    ...{ id, kind, precision, label, createdByName, useCount },
    convoy: convoyId !== null && convoyCode !== null ? { id: convoyId, code: convoyCode } : null,
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    revokedAt: link.revokedAt?.toISOString() ?? null,
    lastUsedAt: link.lastUsedAt?.toISOString() ?? null,
    path: hasEnded(link, now) ? null : tokens.pathOf(link),
  };
}
