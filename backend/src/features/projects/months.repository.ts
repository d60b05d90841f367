import type { ProjectMonth } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { byProject } from './by-project.ts';

export type MonthRow = Omit<ProjectMonth, 'recordedAt'> & { projectId: string; recordedAt: Date };
export type MonthFigures = Pick<ProjectMonth, 'incomeSyp' | 'costSyp' | 'jobs' | 'families'>;
type By = { at: Date; userId: string };

/** Of these projects, each one's oldest first. */
export async function monthsOf(db: Db, projectIds: readonly string[]): Promise<Map<string, MonthRow[]>> {
  const { rows } = await db.raw<{ rows: MonthRow[] }>(
    `SELECT m.project_id AS "projectId", to_char(m.month, 'YYYY-MM') AS month, m.income_syp AS "incomeSyp",
            m.cost_syp AS "costSyp", m.jobs, m.families, m.note, m.recorded_at AS "recordedAt",
            u.name AS "recordedByName"
     FROM project_months m JOIN users u ON u.id = m.recorded_by
     WHERE m.project_id = ANY(CAST(:projectIds AS uuid[]))
     ORDER BY m.project_id, m.month`,
    { projectIds },
  );
  return byProject(rows);
}

export async function insertMonth(
  db: Db,
  projectId: string,
  month: string,
  figures: MonthFigures & { note: string },
  by: By,
): Promise<void> {
  await db('project_months').insert({
    project_id: projectId,
    month: `${month}-01`,
    ...toColumns(figures),
    recorded_at: by.at,
    recorded_by: by.userId,
  });
}

/** False where the month was never reported. */
export async function changeMonth(
  db: Db,
  projectId: string,
  month: string,
  figures: MonthFigures & { note: string },
  by: By,
): Promise<boolean> {
  const changed = await db('project_months')
    .where({ project_id: projectId, month: `${month}-01` })
    .update({ ...toColumns(figures), recorded_at: by.at, recorded_by: by.userId });
  return changed === 1;
}

function toColumns(figures: MonthFigures & { note: string }): Record<string, unknown> {
  return {
    income_syp: figures.incomeSyp,
    cost_syp: figures.costSyp,
    jobs: figures.jobs,
    families: figures.families,
    note: figures.note,
  };
}
