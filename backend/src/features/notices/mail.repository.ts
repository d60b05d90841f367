import type { MailFailure, NamedRef, NoticeOrigin, NoticePriority } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type QueuedMail = {
  id: string;
  noticeId: string;
  tries: number;
  to: string;
  locale: 'ar' | 'en';
  origin: NoticeOrigin;
  priority: NoticePriority;
  titleAr: string;
  titleEn: string;
  association: NamedRef;
};

/** The next one that is due and that no other process has in hand; locked to the end of the transaction. */
export async function claimMail(db: Db, now: Date): Promise<QueuedMail | undefined> {
  const { rows } = await db.raw<{ rows: QueuedMail[] }>(
    `SELECT m.id, m.notice_id AS "noticeId", m.tries, u.email AS "to", u.locale, n.origin, n.priority,
            n.title_ar AS "titleAr", n.title_en AS "titleEn",
            jsonb_build_object('id', a.id, 'nameAr', a.name_ar, 'nameEn', a.name_en) AS association
     FROM mail_outbox m
     JOIN users u ON u.id = m.user_id
     JOIN notices n ON n.id = m.notice_id
     JOIN associations a ON a.id = m.association_id
     WHERE m.status = 'queued' AND m.next_try_at <= :now
     ORDER BY (n.priority = 'urgent') DESC, m.next_try_at, m.id
     LIMIT 1 FOR UPDATE OF m SKIP LOCKED`,
    { now },
  );
  return rows[0];
}

export async function markSent(db: Db, id: string, at: Date): Promise<void> {
  await db('mail_outbox')
    .where({ id })
    .update({ status: 'sent', ended_at: at, failure: null, tries: db.raw('tries + 1') });
}

export async function markTried(db: Db, id: string, failure: MailFailure, nextTryAt: Date): Promise<void> {
  await db('mail_outbox')
    .where({ id })
    .update({ failure, next_try_at: nextTryAt, tries: db.raw('tries + 1') });
}

export async function markGivenUp(db: Db, id: string, failure: MailFailure, at: Date): Promise<void> {
  await db('mail_outbox')
    .where({ id })
    .update({ status: 'failed', ended_at: at, failure, tries: db.raw('tries + 1') });
}

/** What nobody should be sent any more: withdrawn, no longer valid, or to an account that was closed. */
export async function forgetIdleMail(db: Db, now: Date): Promise<void> {
  await db.raw(
    `DELETE FROM mail_outbox m USING notices n, users u
     WHERE m.status = 'queued' AND n.id = m.notice_id AND u.id = m.user_id
       AND (n.withdrawn_at IS NOT NULL OR n.valid_until <= :now OR u.disabled_at IS NOT NULL)`,
    { now },
  );
}

/** What was due before then and nobody has sent. */
export async function forgetQueued(db: Db, dueBefore: Date): Promise<void> {
  await db('mail_outbox').where({ status: 'queued' }).where('next_try_at', '<', dueBefore).delete();
}
