import { randomUUID } from 'node:crypto';
import {
  fieldError,
  type Notice,
  type NoticeAudience,
  type NoticePriority,
  type NoticeValues,
  type SystemNoticeKind,
  type sendNotice,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { associationsIn } from './audience.repository.ts';
import { readNotice } from './notices.service.ts';
import { insertNotice } from './sending.repository.ts';

type Asked = z.output<typeof sendNotice.body>;

export type SystemNotice = {
  associationId: string;
  kind: SystemNoticeKind;
  priority: NoticePriority;
  values: NoticeValues;
  /** Says which happening it tells: what was told once is not told again. */
  key: string;
};

/** Tells an association what is due or was decided, once for each `key`; false when it had been told. */
export async function postSystemNotice(
  ctx: Context,
  { associationId, kind, priority, values, key }: SystemNotice,
): Promise<boolean> {
  const isNews = await insertNotice(
    ctx.db,
    {
      id: randomUUID(),
      origin: 'system',
      senderAssociationId: null,
      sentBy: null,
      priority,
      system: { kind, values, key },
      ...{ titleAr: '', titleEn: '', bodyAr: '', bodyEn: '' },
      audience: { kind: 'one', associationId },
      validUntil: null,
      corrects: null,
      sentAt: ctx.now(),
    },
    [associationId],
  );
  if (isNews) ctx.announce({ kind: 'workChanged', topics: ['notices'], associationIds: [associationId] });
  return isNews;
}

export async function reachOf({ db }: Context, audience: NoticeAudience): Promise<{ associations: number }> {
  return { associations: (await associationsIn(db, audience)).length };
}

/** @throws {Refusal} that names the field: an audience that is nobody, or not one's own to write to */
export async function send(ctx: Context, asked: Asked): Promise<Notice> {
  const only = onlyAssociation(ctx.actor);
  const sentAt = ctx.now();
  refuseOver(asked, sentAt);
  if (asked.corrects !== null) await requireOwnStanding(ctx, asked.corrects);
  const associationIds = await recipientsOf(ctx, asked.audience, only);
  const id = randomUUID();
  await insertNotice(
    ctx.db,
    {
      ...asked,
      id,
      origin: only === null ? 'directorate' : 'association',
      senderAssociationId: only,
      sentBy: ctx.actor.userId,
      system: null,
      validUntil: asked.validUntil === null ? null : new Date(asked.validUntil),
      sentAt,
    },
    associationIds,
  );
  ctx.announce({ kind: 'workChanged', topics: ['notices'], associationIds });
  const notice = await readNotice(ctx, id);
  await audit(ctx, {
    action: 'notice.sent',
    subjectType: 'notice',
    subjectId: id,
    detail: {
      priority: asked.priority,
      audience: asked.audience.kind,
      reached: associationIds.length,
      corrects: asked.corrects,
    },
  });
  return notice;
}

function refuseOver({ validUntil }: Asked, now: Date): void {
  if (validUntil !== null && new Date(validUntil) <= now)
    throw refuseFields(fieldError('validUntil', 'too_early'));
}

async function recipientsOf(ctx: Context, audience: NoticeAudience, only: string | null): Promise<string[]> {
  if ((audience.kind === 'directorate') !== (only !== null)) {
    throw refuseFields(fieldError('audience', 'wrong_kind'));
  }
  if (only !== null) return [only];
  const associationIds = await associationsIn(ctx.db, audience);
  if (associationIds.length === 0) {
    throw refuseFields(
      audience.kind === 'one'
        ? fieldError('audience.associationId', 'no_such_reference')
        : fieldError('audience', 'reaches_nobody'),
    );
  }
  return associationIds;
}

/** A notice is corrected by the side that wrote it, once, and while it stands. */
async function requireOwnStanding(ctx: Context, id: string): Promise<void> {
  const corrected = await readNotice(ctx, id).catch((error: unknown) => {
    if (error instanceof Refusal) throw refuseFields(fieldError('corrects', 'no_such_reference'));
    throw error;
  });
  const ownOrigin = onlyAssociation(ctx.actor) === null ? 'directorate' : 'association';
  if (corrected.origin !== ownOrigin) throw refuseFields(fieldError('corrects', 'no_such_reference'));
  if (corrected.withdrawn || corrected.correctedBy) throw new Refusal('transition_not_allowed');
}
