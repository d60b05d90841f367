import {
  fieldError,
  Instant,
  LIMITS,
  type listNotices,
  type Notice,
  type NoticeBadge,
  Uuid,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { toNotice, toSummary } from './notice-rows.ts';
import {
  associationIdsOf,
  markWithdrawn,
  recordOpening,
  selectBadge,
  selectNotice,
  selectNotices,
} from './notices.repository.ts';

type ListQuery = z.output<typeof listNotices.query>;
type Page = z.input<typeof listNotices.response>;
const DAY_MS = 86_400_000;

export async function list(ctx: Context, query: ListQuery): Promise<Page> {
  const only = onlyAssociation(ctx.actor);
  const associationId = query.associationId ?? only;
  if (only !== null && associationId !== only) throw new Refusal('not_found');
  const rows = await selectNotices(ctx.db, {
    associationId,
    isOwn: only !== null,
    userId: ctx.actor.userId,
    box: query.box,
    priority: query.priority ?? null,
    state: query.state,
    before: placeIn(query.cursor),
    limit: query.limit + 1,
  });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => toSummary(row, only === null)),
    nextCursor: rows.length > query.limit && last ? placeOf(last.lastAt, last.id) : null,
  };
}

function placeOf(at: Date, id: string): string {
  return `${at.toISOString()} ${id}`;
}

/** @throws {Refusal} `invalid_input` for what no page ended with */
function placeIn(cursor: string | undefined): { at: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [at, id, ...more] = cursor.split(' ');
  const isWhole = more.length === 0 && Instant.safeParse(at).success && Uuid.safeParse(id).success;
  if (!isWhole || at === undefined || id === undefined)
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  return { at, id };
}

export async function readNotice({ db, actor }: Context, id: string): Promise<Notice> {
  const only = onlyAssociation(actor);
  const row = await selectNotice(db, id, only, actor.userId);
  if (!row) throw new Refusal('not_found');
  return toNotice(row, only === null);
}

export async function badge({ db, actor, now }: Context): Promise<NoticeBadge> {
  const callSince = new Date(now().getTime() - LIMITS.noticeCallDays * DAY_MS);
  const row = await selectBadge(db, { userId: actor.userId, only: onlyAssociation(actor), callSince });
  return { ...row, latestAt: row.latestAt?.toISOString() ?? null };
}

/** Tells the others only when it changes what they see: the first opening by a side. */
export async function open(ctx: Context, id: string): Promise<void> {
  const { isUnread } = await readNotice(ctx, id);
  const only = onlyAssociation(ctx.actor);
  await recordOpening(ctx.db, id, { userId: ctx.actor.userId, only }, ctx.now());
  if (isUnread)
    ctx.announce({ kind: 'workChanged', topics: ['notices'], associationIds: only === null ? [] : [only] });
}

/** By the side that wrote it, and once. */
export async function withdraw(ctx: Context, id: string, reason: string): Promise<Notice> {
  const { origin } = await readNotice(ctx, id);
  const ownOrigin = onlyAssociation(ctx.actor) === null ? 'directorate' : 'association';
  const isDone =
    origin === ownOrigin &&
    (await markWithdrawn(ctx.db, id, { by: ctx.actor.userId, at: ctx.now(), reason }));
  if (!isDone) throw new Refusal('transition_not_allowed');
  const associationIds = await associationIdsOf(ctx.db, id);
  ctx.announce({ kind: 'workChanged', topics: ['notices'], associationIds });
  const notice = await readNotice(ctx, id);
  await audit(ctx, { action: 'notice.withdrawn', subjectType: 'notice', subjectId: id });
  return notice;
}
