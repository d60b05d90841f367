import type { listNoticeAlarms } from '@qafila/contract';
import { inTransaction } from '@qafila/db';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { escalate, noticesToEscalate, selectAlarms } from './alarms.repository.ts';
import { placeIn, placeOf } from './notices.service.ts';

type Query = z.output<typeof listNoticeAlarms.query>;
type Page = z.input<typeof listNoticeAlarms.response>;
const MINUTE_MS = 60_000;

export async function listAlarms({ db }: Context, { cursor, limit }: Query): Promise<Page> {
  const alarms = await selectAlarms(db, { after: placeIn(cursor), limit: limit + 1 });
  const items = alarms.slice(0, limit);
  const last = items.at(-1)?.thread;
  const nextCursor =
    alarms.length > limit && last?.escalatedAt
      ? placeOf(new Date(last.escalatedAt), last.association.id)
      : null;
  return { items, nextCursor };
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
