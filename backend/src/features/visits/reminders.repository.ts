import type { FindingSeverity } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type DueFinding = {
  id: string;
  associationId: string;
  visitCode: string;
  severity: FindingSeverity;
  dueOn: string;
  offsetDays: number;
};

/**
 * Open findings that call for a reminder today: of the offsets from the due date that have come, the last counts, if
 * nobody was reminded for it or a later one.
 */
export async function selectDue(
  db: Db,
  today: string,
  offsetsDays: readonly number[],
  limit: number,
): Promise<DueFinding[]> {
  const { rows } = await db.raw<{ rows: DueFinding[] }>(
    `SELECT f.id, f.association_id AS "associationId", v.code AS "visitCode", f.severity, f.due_on AS "dueOn",
            o.days AS "offsetDays"
     FROM findings f JOIN visits v ON v.id = f.visit_id
     CROSS JOIN LATERAL (
       SELECT max(days) AS days FROM unnest(CAST(:offsets AS integer[])) days
       WHERE f.due_on + days <= CAST(:today AS date)) o
     WHERE f.status = 'open' AND o.days IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM finding_reminders r
       WHERE r.finding_id = f.id AND r.due_on = f.due_on AND r.offset_days >= o.days)
     ORDER BY f.due_on, f.id LIMIT :limit`,
    { today, limit, offsets: [...offsetsDays] },
  );
  return rows;
}

/** False when it was noted before, or the finding is no longer open or due then. */
export async function noteReminder(
  db: Db,
  { id, dueOn, offsetDays }: Pick<DueFinding, 'id' | 'dueOn' | 'offsetDays'>,
  at: Date,
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `INSERT INTO finding_reminders (finding_id, due_on, offset_days, reminded_at)
     SELECT id, due_on, :offsetDays, :at FROM findings
     WHERE id = :id AND due_on = CAST(:dueOn AS date) AND status = 'open'
     ON CONFLICT DO NOTHING RETURNING finding_id`,
    { id, dueOn, offsetDays, at },
  );
  return rows.length === 1;
}
