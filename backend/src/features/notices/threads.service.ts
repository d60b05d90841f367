import { randomUUID } from 'node:crypto';
import {
  fieldError,
  type listNoticeThreads,
  type NoticeReply,
  type NoticeThread,
  type readNoticeThread,
  Uuid,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { readNotice } from './notices.service.ts';
import {
  insertReply,
  markAcknowledged,
  markAlarmClosed,
  selectReplies,
  selectThread,
  selectThreads,
  toThread,
} from './threads.repository.ts';

type Query = z.output<typeof listNoticeThreads.query>;
type Page = z.input<typeof listNoticeThreads.response>;
type Place = { noticeId: string; associationId: string };

export async function list(ctx: Context, noticeId: string, query: Query): Promise<Page> {
  await readNotice(ctx, noticeId);
  const only = onlyAssociation(ctx.actor);
  const rows = await selectThreads(ctx.db, {
    noticeId,
    only,
    state: query.state,
    after: placeIn(query.cursor),
    limit: query.limit + 1,
  });
  const items = rows.slice(0, query.limit).map((row) => toThread(row, only === null));
  const last = items.at(-1)?.association;
  return { items, nextCursor: rows.length > query.limit && last ? `${last.id} ${last.nameAr}` : null };
}

/** A name may hold spaces; an id does not. */
function placeIn(cursor: string | undefined): { name: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, id = '', name = ''] = /^(\S+) (.+)$/.exec(cursor) ?? [];
  if (!Uuid.safeParse(id).success) throw refuseFields(fieldError('cursor', 'invalid_format'));
  return { id, name };
}

export async function read(ctx: Context, place: Place): Promise<z.input<typeof readNoticeThread.response>> {
  const thread = await requireThread(ctx, place);
  return { thread, replies: await selectReplies(ctx.db, place.noticeId, place.associationId) };
}

/** A thread of others is none. */
async function requireThread(ctx: Context, { noticeId, associationId }: Place): Promise<NoticeThread> {
  const only = onlyAssociation(ctx.actor);
  const isForeign = only !== null && only !== associationId;
  const row = isForeign ? undefined : await selectThread(ctx.db, noticeId, associationId);
  if (!row) throw new Refusal('not_found');
  return toThread(row, only === null);
}

/** By the side that it was sent to. Whoever comes second is told who was first, and changes nothing. */
export async function acknowledge(ctx: Context, place: Place): Promise<NoticeThread> {
  await requireThread(ctx, place);
  const { origin, withdrawn } = await readNotice(ctx, place.noticeId);
  const isAddressee = (onlyAssociation(ctx.actor) === null) === (origin === 'association');
  if (!isAddressee || withdrawn) throw new Refusal('transition_not_allowed');
  const deed = { by: ctx.actor.userId, at: ctx.now() };
  if (!(await markAcknowledged(ctx.db, place.noticeId, place.associationId, deed))) {
    return await requireThread(ctx, place);
  }
  return await conclude(ctx, place, 'notice.acknowledged');
}

export async function reply(ctx: Context, place: Place, body: string): Promise<NoticeReply> {
  await requireThread(ctx, place);
  const { origin } = await readNotice(ctx, place.noticeId);
  if (origin === 'system') throw new Refusal('transition_not_allowed');
  const id = randomUUID();
  const side = onlyAssociation(ctx.actor) === null ? 'directorate' : 'association';
  const at = ctx.now();
  await insertReply(ctx.db, { id, ...place, side, authorId: ctx.actor.userId, at, body });
  await conclude(ctx, place, 'notice.replied');
  return { id, side, byName: ctx.actor.name, at: at.toISOString(), body };
}

export async function closeAlarm(ctx: Context, place: Place, reason: string): Promise<NoticeThread> {
  await requireThread(ctx, place);
  const deed = { by: ctx.actor.userId, at: ctx.now(), reason };
  if (!(await markAlarmClosed(ctx.db, place.noticeId, place.associationId, deed))) {
    throw new Refusal('transition_not_allowed');
  }
  return await conclude(ctx, place, 'notice.alarmClosed');
}

/** What people wrote stays in the thread: the audit log keeps that they did. */
async function conclude(ctx: Context, place: Place, action: string): Promise<NoticeThread> {
  const { associationId } = place;
  ctx.announce({ kind: 'workChanged', topics: ['notices'], associationIds: [associationId] });
  const thread = await requireThread(ctx, place);
  await audit(ctx, { action, subjectType: 'notice', subjectId: place.noticeId, detail: { associationId } });
  return thread;
}
