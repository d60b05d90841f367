import type { NoticeBadge, NoticeBox, NoticeOrigin, NoticePriority } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { NOTICE_COLUMNS, type NoticeRow, SUMMARY_COLUMNS, type SummaryRow } from './notice-rows.ts';

export type Selection = {
  /** The one association whose threads are looked at; null for all. */
  associationId: string | null;
  /** Whether that association itself asks, rather than the directorate. */
  isOwn: boolean;
  userId: string;
  box: NoticeBox;
  priority: NoticePriority | null;
  state: 'any' | 'unread' | 'unacknowledged';
  /** Where the page before ended. */
  before: { at: string; id: string } | undefined;
  limit: number;
};

const ORIGINS: Readonly<Record<Exclude<NoticeBox, 'all' | 'inbox'>, NoticeOrigin>> = {
  sent: 'directorate',
  reminders: 'system',
};

/** The latest word first. */
export async function selectNotices(db: Db, asked: Selection): Promise<SummaryRow[]> {
  const ofOne = asked.associationId !== null;
  const lastAt = ofOne ? 't.last_at' : 'n.last_at';
  const { rows } = await db.raw<{ rows: SummaryRow[] }>(
    `SELECT ${SUMMARY_COLUMNS}, ${lastAt} AS "lastAt", ${unreadSql(asked)} AS "isUnread"
     FROM ${ofOne ? THREADS_OF_ONE : ALL_NOTICES}
     LEFT JOIN notice_readings r ON r.notice_id = n.id AND r.user_id = :userId
     LEFT JOIN associations a ON a.id = t.association_id
     LEFT JOIN users su ON su.id = n.sent_by
     LEFT JOIN users wu ON wu.id = n.withdrawn_by
     LEFT JOIN users au ON au.id = t.acknowledged_by
     WHERE (${boxSql(asked)})
       AND (CAST(:priority AS text) IS NULL OR n.priority = :priority)
       AND (${stateSql(asked)})
       AND (CAST(:beforeAt AS timestamptz) IS NULL
            OR (${lastAt}, n.id) < (CAST(:beforeAt AS timestamptz), CAST(:beforeId AS uuid)))
     ORDER BY ${lastAt} DESC, n.id DESC LIMIT :limit`,
    {
      userId: asked.userId,
      ...(ofOne && { associationId: asked.associationId }),
      priority: asked.priority,
      beforeAt: asked.before?.at ?? null,
      beforeId: asked.before?.id ?? null,
      limit: asked.limit,
    },
  );
  return rows;
}

const THREADS_OF_ONE =
  'notice_threads t JOIN notices n ON n.id = t.notice_id AND t.association_id = :associationId';
/** The thread beside a notice that has only one. */
const ALL_NOTICES = `notices n LEFT JOIN LATERAL (
  SELECT * FROM notice_threads x WHERE x.notice_id = n.id AND n.reached = 1) t ON true`;

function unreadSql({ isOwn }: Pick<Selection, 'isOwn'>): string {
  const fromOthers = isOwn ? 't.last_from_directorate_at' : 'n.last_from_association_at';
  return `coalesce(${fromOthers} > coalesce(r.last_at, '-infinity'), false)`;
}

function boxSql({ box, isOwn }: Selection): string {
  if (box === 'all') return 'true';
  if (box === 'inbox') {
    return isOwn ? 't.last_from_directorate_at IS NOT NULL' : 'n.last_from_association_at IS NOT NULL';
  }
  return `n.origin = '${isOwn && box === 'sent' ? 'association' : ORIGINS[box]}'`;
}

function stateSql(asked: Selection): string {
  if (asked.state === 'any') return 'true';
  if (asked.state === 'unread') return unreadSql(asked);
  const unacknowledged =
    asked.associationId === null
      ? 'EXISTS (SELECT FROM notice_threads x WHERE x.notice_id = n.id AND x.acknowledged_at IS NULL)'
      : 't.acknowledged_at IS NULL';
  return `${unacknowledged} AND n.withdrawn_at IS NULL`;
}

/** `only`: the association that asks, which sees its own thread of it; null for the directorate. */
export async function selectNotice(
  db: Db,
  id: string,
  only: string | null,
  userId: string,
): Promise<NoticeRow | undefined> {
  const ofOne = only !== null;
  const { rows } = await db.raw<{ rows: NoticeRow[] }>(
    `SELECT ${SUMMARY_COLUMNS}, ${NOTICE_COLUMNS}, ${ofOne ? 't.last_at' : 'n.last_at'} AS "lastAt",
            ${unreadSql({ isOwn: ofOne })} AS "isUnread"
     FROM ${ofOne ? THREADS_OF_ONE : ALL_NOTICES}
     LEFT JOIN notice_readings r ON r.notice_id = n.id AND r.user_id = :userId
     LEFT JOIN associations a ON a.id = t.association_id
     LEFT JOIN users su ON su.id = n.sent_by
     LEFT JOIN users wu ON wu.id = n.withdrawn_by
     LEFT JOIN users au ON au.id = t.acknowledged_by
     WHERE n.id = :id`,
    { id, userId, ...(ofOne && { associationId: only }) },
  );
  return rows[0];
}

export type Asker = { userId: string; only: string | null; callSince: Date };

/** What waits for this person, or for their side. */
export async function selectBadge(
  db: Db,
  asker: Asker,
): Promise<Omit<NoticeBadge, 'latestAt'> & { latestAt: Date | null }> {
  const { rows } = await db.raw(asker.only === null ? BADGE_OF_STAFF : BADGE_OF_ASSOCIATION, {
    userId: asker.userId,
    callSince: asker.callSince,
    ...(asker.only !== null && { only: asker.only }),
  });
  return rows[0];
}

const BADGE_OF_STAFF = `
  SELECT (SELECT count(*) FROM notices n LEFT JOIN notice_readings r ON r.notice_id = n.id AND r.user_id = :userId
          WHERE n.last_from_association_at > greatest(:callSince, coalesce(r.last_at, '-infinity'))) AS unread,
         (SELECT count(*) FROM notices n JOIN notice_threads t ON t.notice_id = n.id
          WHERE n.priority = 'urgent' AND n.withdrawn_at IS NULL AND n.origin = 'association'
            AND t.acknowledged_at IS NULL AND t.alarm_closed_at IS NULL) AS urgent,
         (SELECT count(*) FROM notice_threads t JOIN notices n ON n.id = t.notice_id
          WHERE t.escalated_at IS NOT NULL AND t.acknowledged_at IS NULL AND t.alarm_closed_at IS NULL
            AND n.withdrawn_at IS NULL) AS alarms,
         (SELECT max(last_from_association_at) FROM notices) AS "latestAt"`;

const BADGE_OF_ASSOCIATION = `
  SELECT count(*) FILTER (WHERE t.last_from_directorate_at > coalesce(r.last_at, '-infinity')) AS unread,
         count(*) FILTER (WHERE n.priority = 'urgent' AND n.origin <> 'association' AND n.withdrawn_at IS NULL
                            AND t.acknowledged_at IS NULL) AS urgent,
         0 AS alarms, max(t.last_from_directorate_at) AS "latestAt"
  FROM notice_threads t
  JOIN notices n ON n.id = t.notice_id
  LEFT JOIN notice_readings r ON r.notice_id = n.id AND r.user_id = :userId
  WHERE t.association_id = :only AND t.last_at > :callSince`;

/** Read by this person from now on, and, the first time, by the side that it was sent to. */
export async function recordOpening(
  db: Db,
  id: string,
  asker: Pick<Asker, 'userId' | 'only'>,
  at: Date,
): Promise<void> {
  await db('notice_readings')
    .insert({ notice_id: id, user_id: asker.userId, last_at: at })
    .onConflict(['notice_id', 'user_id'])
    .merge({ last_at: db.raw('greatest(notice_readings.last_at, excluded.last_at)') });
  await db.raw(
    `UPDATE notice_threads t SET first_opened_at = :at, first_opened_by = :userId
     FROM notices n
     WHERE n.id = :id AND t.notice_id = n.id AND t.first_opened_at IS NULL
       AND CASE WHEN CAST(:only AS uuid) IS NULL THEN n.origin = 'association'
                ELSE n.origin <> 'association' AND t.association_id = :only END`,
    { id, at, userId: asker.userId, only: asker.only },
  );
}

/** Of a notice that still stands; false for any other. */
export async function markWithdrawn(
  db: Db,
  id: string,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<boolean> {
  const changed = await db('notices')
    .where({ id })
    .whereNull('withdrawn_at')
    .update({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason });
  return changed === 1;
}

export async function associationIdsOf(db: Db, id: string): Promise<string[]> {
  return await db('notice_threads').where({ notice_id: id }).pluck('association_id');
}
