import type { Activity } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type ActivityRow = Omit<Activity, 'at'> & { at: Date };

/** The newest `limit` rows older than `before` (an audit number; null for the newest of all). */
export async function activityOf(
  db: Db,
  campaignId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<ActivityRow[]> {
  const { rows } = await db.raw<{ rows: ActivityRow[] }>(
    `SELECT a.id, a.at, u.name AS "actorName", a.action, a.subject_type AS "subjectType",
            a.subject_id AS "subjectId", a.from_state AS "fromState", a.to_state AS "toState", a.reason,
            CASE a.subject_type
              WHEN 'campaign' THEN (SELECT code FROM campaigns WHERE id = a.subject_id)
              WHEN 'pledge' THEN (SELECT code FROM pledges WHERE id = a.subject_id)
              WHEN 'receipt' THEN (SELECT code FROM receipts WHERE id = a.subject_id)
              WHEN 'lot' THEN (SELECT code FROM lots WHERE id = a.subject_id)
              WHEN 'convoy' THEN (SELECT code FROM convoys WHERE id = a.subject_id)
              WHEN 'stop' THEN (SELECT c.code FROM stops s JOIN convoys c ON c.id = s.convoy_id
                                WHERE s.id = a.subject_id)
              WHEN 'waybill' THEN (SELECT code FROM waybills WHERE id = a.subject_id)
              WHEN 'delivery' THEN (SELECT code FROM deliveries WHERE id = a.subject_id)
              WHEN 'output' THEN (SELECT to_char(day, 'YYYY-MM-DD') FROM outputs WHERE id = a.subject_id)
              WHEN 'vehicle' THEN (SELECT plate FROM vehicles WHERE id = a.subject_id)
            END AS "subjectCode"
     FROM audit_log a LEFT JOIN users u ON u.id = a.actor_id
     WHERE a.campaign_id = :campaignId AND (a.id < :before OR :before::bigint IS NULL)
     ORDER BY a.id DESC
     LIMIT :limit`,
    { campaignId, before, limit },
  );
  return rows;
}
