import type {
  NoticeAudience,
  NoticeOrigin,
  NoticePriority,
  NoticeValues,
  SystemNoticeKind,
} from '@qafila/contract';
import type { Db } from '@qafila/db';

export type NewNotice = {
  id: string;
  origin: NoticeOrigin;
  /** Null where the directorate or the server speaks. */
  senderAssociationId: string | null;
  sentBy: string | null;
  priority: NoticePriority;
  system: { kind: SystemNoticeKind; values: NoticeValues; key: string } | null;
  titleAr: string;
  titleEn: string;
  bodyAr: string;
  bodyEn: string;
  audience: NoticeAudience;
  validUntil: Date | null;
  corrects: string | null;
  sentAt: Date;
};

/**
 * Writes a notice with a thread for each association, and an e-mail to everyone on the side it is sent to. False when
 * the server has said it before.
 */
export async function insertNotice(
  db: Db,
  it: NewNotice,
  associationIds: readonly string[],
): Promise<boolean> {
  const isFromAssociation = it.senderAssociationId !== null;
  const rows = await db('notices')
    .insert({
      id: it.id,
      origin: it.origin,
      sender_association_id: it.senderAssociationId,
      sent_by: it.sentBy,
      priority: it.priority,
      system_kind: it.system?.kind ?? null,
      system_values: it.system && JSON.stringify(it.system.values),
      system_key: it.system?.key ?? null,
      title_ar: it.titleAr,
      title_en: it.titleEn,
      body_ar: it.bodyAr,
      body_en: it.bodyEn,
      audience: JSON.stringify(it.audience),
      reached: associationIds.length,
      valid_until: it.validUntil,
      corrects: it.corrects,
      sent_at: it.sentAt,
      last_at: it.sentAt,
      last_from_association_at: isFromAssociation ? it.sentAt : null,
    })
    .onConflict('system_key')
    .ignore()
    .returning('id');
  if (rows.length === 0) return false;
  await db.raw(
    `INSERT INTO notice_threads (notice_id, association_id, last_at, last_from_directorate_at)
     SELECT :id, association_id, :sentAt, :fromDirectorateAt
     FROM unnest(CAST(:associationIds AS uuid[])) AS association_id`,
    {
      id: it.id,
      associationIds: [...associationIds],
      sentAt: it.sentAt,
      fromDirectorateAt: isFromAssociation ? null : it.sentAt,
    },
  );
  await queueMail(db, it);
  return true;
}

/** Whoever can sign in on the side that it is sent to. */
async function queueMail(db: Db, { id, senderAssociationId, sentAt }: NewNotice): Promise<void> {
  const isRecipient =
    senderAssociationId === null ? 'u.association_id = t.association_id' : `u.role IN ('admin', 'official')`;
  await db.raw(
    `INSERT INTO mail_outbox (id, notice_id, association_id, user_id, next_try_at)
     SELECT gen_random_uuid(), t.notice_id, t.association_id, u.id, :sentAt
     FROM notice_threads t JOIN users u ON ${isRecipient}
     WHERE t.notice_id = :id AND u.disabled_at IS NULL`,
    { id, sentAt },
  );
}
