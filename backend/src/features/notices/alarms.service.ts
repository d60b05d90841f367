import { fieldError, Instant, type listNoticeAlarms, Uuid } from '@qafila/contract';
import { inTransaction } from '@qafila/db';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { refuseFields } from '../../platform/refusal.ts';
import { type AlarmPlace, escalate, noticesToEscalate, selectAlarms } from './alarms.repository.ts';

type Query = z.output<typeof listNoticeAlarms.query>;
type Page = z.input<typeof listNoticeAlarms.response>;
const MINUTE_MS = 60_000;

export async function listAlarms({ db }: Context, { cursor, limit }: Query): Promise<Page> {
  const alarms = await selectAlarms(db, { after: placeIn(cursor), limit: limit + 1 });
  const items = alarms.slice(0, limit);
  const last = items.at(-1)?.thread;
  const nextCursor =
    alarms.length > limit && last?.escalatedAt
      ? `${last.escalatedAt} ${last.noticeId} ${last.association.id}`
      : null;
  return { items, nextCursor };
}

function placeIn(cursor: string | undefined): AlarmPlace | undefined {
  if (cursor === undefined) return undefined;
  const [at = '', noticeId = '', associationId = '', ...more] = cursor.split(' ');
  const areIds = [noticeId, associationId].every((id) => Uuid.safeParse(id).success);
  if (more.length > 0 || !areIds || !Instant.safeParse(at).success)
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  return { at, noticeId, associationId };
}

/**
 * Makes an alarm of every urgent notice that has waited `afterMin` for somebody's acknowledgement, once for each
 * recipient, however often and in how many processes it runs.
 */
export async function escalateNotices(ctx: Context, afterMin: number): Promise<{ done: number }> {
  const at = ctx.now();
  const due = await noticesToEscalate(ctx.db, new Date(at.getTime() - afterMin * MINUTE_MS), at);
  let done = 0;
  for (const noticeId of due) done += await escalateOne(ctx, noticeId, at);
  return { done };
}

async function escalateOne(ctx: Context, noticeId: string, at: Date): Promise<number> {
  const associationIds = await inTransaction(ctx.db, async (trx) => {
    const escalated = await escalate(trx, noticeId, at);
    if (escalated.length > 0) {
      await audit(
        { ...ctx, db: trx },
        {
          action: 'notice.escalated',
          subjectType: 'notice',
          subjectId: noticeId,
          detail: { recipients: escalated.length },
        },
      );
    }
    return escalated;
  });
  if (associationIds.length > 0) ctx.announce({ kind: 'workChanged', topics: ['notices'], associationIds });
  return associationIds.length;
}
