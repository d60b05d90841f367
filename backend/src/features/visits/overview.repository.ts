import type { FindingSeverity, VisitedAssociation, VisitResult } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { namedRefSql } from '../reference/index.ts';
import type { After } from './cursor.ts';
import { SEAT_SQL } from './place.ts';

/** Before every visit: stands for the last one of an association that was never visited. */
export const NEVER = '2000-01-01T00:00:00.000Z';

export type VisitedRow = VisitedAssociation & { lastAt: Date };

const MARK = `'id', id, 'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const LAST = `
  LEFT JOIN LATERAL (
    SELECT v.id, v.finished_at AS at, v.result FROM visits v
    WHERE v.association_id = a.id AND v.status = 'finished' ORDER BY v.finished_at DESC LIMIT 1) last ON true`;
const ROW = `
  SELECT ${namedRefSql('a')} AS association, a.governorate_code AS "governorateCode", ${SEAT_SQL} AS place,
         (SELECT json_build_object(${MARK}, 'result', result) FROM (SELECT last.*) it WHERE id IS NOT NULL) AS last,
         (SELECT json_build_object(${MARK}) FROM (
            SELECT v.id, v.planned_for AS at FROM visits v
            WHERE v.association_id = a.id AND v.status IN ('planned', 'in_progress')
            ORDER BY v.planned_for LIMIT 1) it) AS next,
         coalesce(last.at, :never) AS "lastAt"
  FROM associations a JOIN governorates g ON g.code = a.governorate_code ${LAST}
  WHERE a.status = 'declared'`;

export async function selectVisited(db: Db): Promise<VisitedAssociation[]> {
  const { rows } = await db.raw<{ rows: VisitedRow[] }>(`${ROW} ORDER BY a.name_ar, a.id`, { never: NEVER });
  return rows.map(withoutOrder);
}

/** Declared associations without a finished visit since the day `:since` began in Damascus, and when they had their last. */
const NOT_VISITED = `
  WITH due AS MATERIALIZED (
    SELECT a.id, coalesce(max(v.finished_at), :never) AS at
    FROM associations a LEFT JOIN visits v ON v.association_id = a.id AND v.status = 'finished'
    WHERE a.status = 'declared'
    GROUP BY a.id HAVING coalesce(max(v.finished_at), :never) < CAST(:since AS timestamp) AT TIME ZONE 'Asia/Damascus'
  )`;

/** Those never visited, then those longest ago. */
export async function selectNotVisited(
  db: Db,
  { since, after, limit }: { since: string; after: After | null; limit: number },
): Promise<VisitedRow[]> {
  const { rows } = await db.raw<{ rows: VisitedRow[] }>(
    `${NOT_VISITED}
     ${ROW} AND a.id IN (
       SELECT id FROM due
       WHERE :key::timestamptz IS NULL OR (at, id) > (:key, CAST(:id AS uuid))
       ORDER BY at, id LIMIT :limit)
     ORDER BY coalesce(last.at, :never), a.id`,
    { never: NEVER, since, limit, key: after?.key ?? null, id: after?.id ?? null },
  );
  return rows;
}

export async function countNotVisited(
  db: Db,
  since: string,
): Promise<{ total: number; neverVisited: number }> {
  const { rows } = await db.raw<{ rows: { total: number; neverVisited: number }[] }>(
    `${NOT_VISITED} SELECT count(*) AS total, count(*) FILTER (WHERE at = :never) AS "neverVisited" FROM due`,
    { never: NEVER, since },
  );
  return rows[0] ?? { total: 0, neverVisited: 0 };
}

export function withoutOrder({ lastAt: _, ...row }: VisitedRow): VisitedAssociation {
  return row;
}

type MonthRow = { month: string; result: VisitResult; count: number };

/** Finished visits from the first day of a month `YYYY-MM` on, by month in Damascus and result. */
export async function countByMonth(db: Db, first: string): Promise<MonthRow[]> {
  const { rows } = await db.raw<{ rows: MonthRow[] }>(
    `SELECT to_char(finished_at AT TIME ZONE 'Asia/Damascus', 'YYYY-MM') AS month, result, count(*) AS count
     FROM visits
     WHERE status = 'finished' AND finished_at >= CAST(:first || '-01' AS timestamp) AT TIME ZONE 'Asia/Damascus'
     GROUP BY 1, 2`,
    { first },
  );
  return rows;
}

type SeverityRow = { severity: FindingSeverity; open: number; answered: number; overdue: number };

export async function countPending(db: Db, today: string): Promise<SeverityRow[]> {
  const { rows } = await db.raw<{ rows: SeverityRow[] }>(
    `SELECT severity, count(*) FILTER (WHERE status = 'open') AS open,
            count(*) FILTER (WHERE status = 'answered') AS answered,
            count(*) FILTER (WHERE status = 'open' AND due_on < CAST(:today AS date)) AS overdue
     FROM findings WHERE status <> 'closed' GROUP BY severity`,
    { today },
  );
  return rows;
}

/** Names the last thing that happened to any visit, and the last change of a plan. */
export async function lastStep(db: Db): Promise<string> {
  const { rows } = await db.raw<{ rows: { change: string }[] }>(
    `SELECT concat((SELECT max(id) FROM visit_steps), ' ', (SELECT count(*) FROM visits), ' ',
                   (SELECT sum(version) FROM visits WHERE status IN ('planned', 'in_progress'))) AS change`,
  );
  return rows[0]?.change ?? '';
}
