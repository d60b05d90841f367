import type { Db } from '@qafila/db';

export async function remindersOf(
  db: Db,
  obligationId: string,
): Promise<{ offsetDays: number; sentAt: Date }[]> {
  return await db('obligation_reminders')
    .where({ obligation_id: obligationId })
    .orderBy(['sent_at', 'offset_days'])
    .select({ offsetDays: 'offset_days', sentAt: 'sent_at' });
}

export type DueReminder = {
  obligationId: string;
  associationId: string;
  nameAr: string;
  nameEn: string;
  period: string;
  dueOn: string;
  offsetDays: number;
};

/**
 * Of every open obligation the last reminder whose day has come, where neither it nor a later one was sent of the day it
 * is due on now: what was missed before it is not made up for.
 */
export async function remindersDue(
  db: Db,
  today: string,
  offsets: readonly number[],
): Promise<DueReminder[]> {
  const { rows } = await db.raw<{ rows: DueReminder[] }>(
    `SELECT o.id AS "obligationId", o.association_id AS "associationId", t.name_ar AS "nameAr",
            t.name_en AS "nameEn", o.period, o.due_on AS "dueOn", due.offset_days AS "offsetDays"
     FROM obligations o
     JOIN obligation_types t ON t.id = o.type_id
     JOIN associations a ON a.id = o.association_id AND a.status IN ('declared', 'suspended')
     CROSS JOIN LATERAL (
       SELECT max(days) AS offset_days FROM unnest(CAST(:offsets AS int[])) AS days
       WHERE o.due_on + days <= CAST(:today AS date)) due
     WHERE o.state IN ('due', 'returned') AND due.offset_days IS NOT NULL
       AND NOT EXISTS (SELECT FROM obligation_reminders r
                       WHERE r.obligation_id = o.id AND r.due_on = o.due_on
                         AND r.offset_days >= due.offset_days)
     ORDER BY o.due_on, o.id`,
    { today, offsets },
  );
  return rows;
}

/** False when it was sent already, or the obligation is no longer open or due then. */
export async function insertReminder(db: Db, it: DueReminder, sentAt: Date): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `WITH open AS (
       SELECT id, due_on FROM obligations
       WHERE id = :id AND due_on = CAST(:dueOn AS date) AND state IN ('due', 'returned') FOR UPDATE)
     INSERT INTO obligation_reminders (obligation_id, due_on, offset_days, sent_at)
     SELECT id, due_on, CAST(:offsetDays AS smallint), CAST(:sentAt AS timestamptz) FROM open
     ON CONFLICT DO NOTHING RETURNING obligation_id`,
    { id: it.obligationId, dueOn: it.dueOn, offsetDays: it.offsetDays, sentAt },
  );
  return rows.length === 1;
}
