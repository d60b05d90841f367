import type { MailCounts, NamedRef, NoticeReply, NoticeSide, NoticeThread } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { mailSql, toDeed } from './notice-rows.ts';

export type ThreadRow = {
  noticeId: string;
  association: NamedRef;
  contact: { name: string; phone: string };
  firstOpenedAt: Date | null;
  firstOpenedByName: string;
  acknowledgedAt: Date | null;
  acknowledgedByName: string;
  escalatedAt: Date | null;
  alarmClosedAt: Date | null;
  alarmClosedByName: string;
  alarmClosedReason: string;
  isAlarm: boolean;
  replyCount: number;
  mail: MailCounts | null;
};

/** Of a thread `t` of the notice `n` with the association `a`. */
export const THREAD_COLUMNS = `
  t.notice_id AS "noticeId",
  jsonb_build_object('id', a.id, 'nameAr', a.name_ar, 'nameEn', a.name_en) AS association,
  jsonb_build_object('name', a.contact_name, 'phone', a.contact_phone) AS contact,
  t.first_opened_at AS "firstOpenedAt", coalesce(ou.name, '') AS "firstOpenedByName",
  t.acknowledged_at AS "acknowledgedAt", coalesce(ku.name, '') AS "acknowledgedByName",
  t.escalated_at AS "escalatedAt", t.alarm_closed_at AS "alarmClosedAt",
  coalesce(cu.name, '') AS "alarmClosedByName", coalesce(t.alarm_closed_reason, '') AS "alarmClosedReason",
  (t.escalated_at IS NOT NULL AND t.acknowledged_at IS NULL AND t.alarm_closed_at IS NULL
   AND n.withdrawn_at IS NULL) AS "isAlarm",
  (SELECT count(*) FROM notice_replies y
   WHERE y.notice_id = t.notice_id AND y.association_id = t.association_id) AS "replyCount",
  ${mailSql('m.notice_id = t.notice_id AND m.association_id = t.association_id')} AS mail`;

export const THREADS = `
  notice_threads t
  JOIN notices n ON n.id = t.notice_id
  JOIN associations a ON a.id = t.association_id
  LEFT JOIN users ou ON ou.id = t.first_opened_by
  LEFT JOIN users ku ON ku.id = t.acknowledged_by
  LEFT JOIN users cu ON cu.id = t.alarm_closed_by`;

export type ThreadState = 'any' | 'unacknowledged' | 'acknowledged' | 'alarm' | 'replied';

const STATES: Readonly<Record<ThreadState, string>> = {
  any: 'true',
  unacknowledged: 't.acknowledged_at IS NULL',
  acknowledged: 't.acknowledged_at IS NOT NULL',
  alarm: `t.escalated_at IS NOT NULL AND t.acknowledged_at IS NULL AND t.alarm_closed_at IS NULL
          AND n.withdrawn_at IS NULL`,
  replied: `EXISTS (SELECT FROM notice_replies y
            WHERE y.notice_id = t.notice_id AND y.association_id = t.association_id)`,
};

type Selection = {
  noticeId: string;
  only: string | null;
  state: ThreadState;
  after: { name: string; id: string } | undefined;
  limit: number;
};

/** By the name of the association. */
export async function selectThreads(db: Db, asked: Selection): Promise<ThreadRow[]> {
  const { rows } = await db.raw<{ rows: ThreadRow[] }>(
    `SELECT ${THREAD_COLUMNS} FROM ${THREADS}
     WHERE t.notice_id = :noticeId AND ${STATES[asked.state]}
       AND (CAST(:only AS uuid) IS NULL OR t.association_id = :only)
       AND (CAST(:afterName AS text) IS NULL OR (a.name_ar, a.id) > (:afterName, CAST(:afterId AS uuid)))
     ORDER BY a.name_ar, a.id LIMIT :limit`,
    {
      noticeId: asked.noticeId,
      only: asked.only,
      afterName: asked.after?.name ?? null,
      afterId: asked.after?.id ?? null,
      limit: asked.limit,
    },
  );
  return rows;
}

export async function selectThread(
  db: Db,
  noticeId: string,
  associationId: string,
): Promise<ThreadRow | undefined> {
  const { rows } = await db.raw<{ rows: ThreadRow[] }>(
    `SELECT ${THREAD_COLUMNS} FROM ${THREADS}
     WHERE t.notice_id = :noticeId AND t.association_id = :associationId`,
    { noticeId, associationId },
  );
  return rows[0];
}

export async function selectReplies(db: Db, noticeId: string, associationId: string): Promise<NoticeReply[]> {
  const { rows } = await db.raw<{ rows: (Omit<NoticeReply, 'at'> & { at: Date })[] }>(
    `SELECT y.id, y.side, u.name AS "byName", y.at, y.body
     FROM notice_replies y JOIN users u ON u.id = y.author_id
     WHERE y.notice_id = :noticeId AND y.association_id = :associationId ORDER BY y.at, y.id`,
    { noticeId, associationId },
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export type NewReply = {
  id: string;
  noticeId: string;
  associationId: string;
  side: NoticeSide;
  authorId: string;
  at: Date;
  body: string;
};

/** Adds what was said, and makes it the last word of its thread and notice. */
export async function insertReply(db: Db, reply: NewReply): Promise<void> {
  const { id, noticeId, associationId, side, authorId, at, body } = reply;
  const isFromAssociation = side === 'association';
  await db('notice_threads')
    .where({ notice_id: noticeId, association_id: associationId })
    .update({ last_at: at, ...(!isFromAssociation && { last_from_directorate_at: at }) });
  await db('notices')
    .where({ id: noticeId })
    .update({ last_at: at, ...(isFromAssociation && { last_from_association_at: at }) });
  await db('notice_replies').insert({
    id,
    notice_id: noticeId,
    association_id: associationId,
    side,
    author_id: authorId,
    at,
    body,
  });
}

/** The first one’s name stays; false when somebody has acknowledged it before. */
export async function markAcknowledged(
  db: Db,
  noticeId: string,
  associationId: string,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const changed = await db('notice_threads')
    .where({ notice_id: noticeId, association_id: associationId })
    .whereNull('acknowledged_at')
    .update({
      acknowledged_at: at,
      acknowledged_by: by,
      first_opened_at: db.raw('coalesce(first_opened_at, CAST(? AS timestamptz))', [at]),
      first_opened_by: db.raw('coalesce(first_opened_by, CAST(? AS uuid))', [by]),
    });
  return changed === 1;
}

/** False when there is no alarm, or none any more. */
export async function markAlarmClosed(
  db: Db,
  noticeId: string,
  associationId: string,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<boolean> {
  const changed = await db('notice_threads')
    .where({ notice_id: noticeId, association_id: associationId })
    .whereNotNull('escalated_at')
    .whereNull('acknowledged_at')
    .whereNull('alarm_closed_at')
    .update({ alarm_closed_at: at, alarm_closed_by: by, alarm_closed_reason: reason });
  return changed === 1;
}

export function toThread(row: ThreadRow, isDirectorate: boolean): NoticeThread {
  return {
    noticeId: row.noticeId,
    association: row.association,
    contact: isDirectorate ? row.contact : null,
    firstOpened: row.firstOpenedAt && toDeed({ at: row.firstOpenedAt, byName: row.firstOpenedByName }),
    acknowledged: row.acknowledgedAt && toDeed({ at: row.acknowledgedAt, byName: row.acknowledgedByName }),
    escalatedAt: row.escalatedAt?.toISOString() ?? null,
    alarmClosed: row.alarmClosedAt && {
      ...toDeed({ at: row.alarmClosedAt, byName: row.alarmClosedByName }),
      reason: row.alarmClosedReason,
    },
    isAlarm: row.isAlarm,
    replyCount: row.replyCount,
    mail: isDirectorate ? row.mail : null,
  };
}
