import type { NoticeAlarm, NoticeOrigin, NoticeValues, SystemNoticeKind } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { THREAD_COLUMNS, THREADS, type ThreadRow, toThread } from './threads.repository.ts';

type AlarmRow = ThreadRow & {
  origin: NoticeOrigin;
  systemKind: SystemNoticeKind | null;
  systemValues: NoticeValues | null;
  titleAr: string;
  titleEn: string;
  sentAt: Date;
};

/** Where a page ended: one run makes alarms of many notices in one instant. */
export type AlarmPlace = { at: string; noticeId: string; associationId: string };

type Selection = { after: AlarmPlace | undefined; limit: number };

/** Oldest first: who has been silent the longest is called first. */
export async function selectAlarms(db: Db, { after, limit }: Selection): Promise<NoticeAlarm[]> {
  const { rows } = await db.raw<{ rows: AlarmRow[] }>(
    `SELECT ${THREAD_COLUMNS}, n.origin, n.system_kind AS "systemKind", n.system_values AS "systemValues",
            n.title_ar AS "titleAr", n.title_en AS "titleEn", n.sent_at AS "sentAt"
     FROM ${THREADS}
     WHERE t.escalated_at IS NOT NULL AND t.acknowledged_at IS NULL AND t.alarm_closed_at IS NULL
       AND n.withdrawn_at IS NULL
       AND (CAST(:afterAt AS timestamptz) IS NULL
            OR (t.escalated_at, t.notice_id, t.association_id)
               > (CAST(:afterAt AS timestamptz), CAST(:afterNoticeId AS uuid), CAST(:afterAssociationId AS uuid)))
     ORDER BY t.escalated_at, t.notice_id, t.association_id LIMIT :limit`,
    {
      afterAt: after?.at ?? null,
      afterNoticeId: after?.noticeId ?? null,
      afterAssociationId: after?.associationId ?? null,
      limit,
    },
  );
  return rows.map((row) => ({
    thread: toThread(row, true),
    notice: {
      id: row.noticeId,
      origin: row.origin,
      system: row.systemKind && row.systemValues ? { kind: row.systemKind, values: row.systemValues } : null,
      titleAr: row.titleAr,
      titleEn: row.titleEn,
      sentAt: row.sentAt.toISOString(),
    },
  }));
}

/** Urgent notices that stand, sent no later than `sentBy`, that somebody has not acknowledged and that is no alarm yet. */
export async function noticesToEscalate(db: Db, sentBy: Date, now: Date): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT n.id FROM notices n
     WHERE n.priority = 'urgent' AND n.withdrawn_at IS NULL AND n.sent_at <= :sentBy
       AND (n.valid_until IS NULL OR n.valid_until > :now)
       AND EXISTS (SELECT FROM notice_threads t
                   WHERE t.notice_id = n.id AND t.acknowledged_at IS NULL AND t.escalated_at IS NULL)
     ORDER BY n.sent_at, n.id`,
    { sentBy, now },
  );
  return rows.map(({ id }) => id);
}

/** Makes alarms of what is not one yet; a thread that somebody acknowledges at the same moment is none. */
export async function escalate(db: Db, noticeId: string, at: Date): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { associationId: string }[] }>(
    `UPDATE notice_threads t SET escalated_at = :at
     FROM (SELECT id FROM notices WHERE id = :noticeId AND withdrawn_at IS NULL FOR SHARE) n
     WHERE t.notice_id = n.id AND t.acknowledged_at IS NULL AND t.escalated_at IS NULL
     RETURNING t.association_id AS "associationId"`,
    { noticeId, at },
  );
  return rows.map(({ associationId }) => associationId);
}
