import type { Pause, ProjectEvent, ProjectStatus, ProjectStep } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { attachDocuments } from '../documents/index.ts';
import { byProject } from './by-project.ts';
import type { MonthFigures } from './months.repository.ts';

export type NewStep = {
  projectId: string;
  associationId: string;
  at: Date;
  actorId: string;
  event: ProjectEvent;
  fromStatus: ProjectStatus | null;
  toStatus: ProjectStatus;
  on: string;
  note: string;
  figures?: MonthFigures & { month: string };
  documentIds: readonly string[];
};

export async function insertStep(db: Db, step: NewStep): Promise<void> {
  const { figures } = step;
  const [row] = await db('project_steps')
    .insert({
      project_id: step.projectId,
      association_id: step.associationId,
      at: step.at,
      actor_id: step.actorId,
      event: step.event,
      from_status: step.fromStatus,
      to_status: step.toStatus,
      on_day: step.on,
      note: step.note,
      ...(figures && {
        month: `${figures.month}-01`,
        income_syp: figures.incomeSyp,
        cost_syp: figures.costSyp,
        jobs: figures.jobs,
        families: figures.families,
      }),
    })
    .returning<{ id: number }[]>('id');
  if (row) await attachDocuments(db, 'project_documents', { ...step, id: row.id });
}

export type StepRow = Omit<ProjectStep, 'at' | 'documents'> & { at: Date; documentIds: string[] };

/** Newest first. */
export async function stepsOf(db: Db, projectId: string): Promise<StepRow[]> {
  const { rows } = await db.raw<{ rows: StepRow[] }>(
    `SELECT s.id, s.at, u.name AS "actorName", s.event, s.from_status AS "fromStatus", s.to_status AS "toStatus",
            s.on_day AS "on", s.note,
            CASE WHEN s.month IS NOT NULL THEN jsonb_build_object(
              'month', to_char(s.month, 'YYYY-MM'), 'incomeSyp', s.income_syp, 'costSyp', s.cost_syp,
              'jobs', s.jobs, 'families', s.families) END AS figures,
            ARRAY(SELECT d.document_id FROM project_documents d WHERE d.step_id = s.id) AS "documentIds"
     FROM project_steps s JOIN users u ON u.id = s.actor_id
     WHERE s.project_id = :projectId ORDER BY s.id DESC`,
    { projectId },
  );
  return rows;
}

/** When these projects stood still, by project. */
export async function pausesOf(db: Db, projectIds: readonly string[]): Promise<Map<string, Pause[]>> {
  const { rows } = await db.raw<{ rows: (Pause & { projectId: string; event: ProjectEvent })[] }>(
    `SELECT * FROM (
       SELECT s.project_id AS "projectId", s.event, s.on_day AS "from",
              lead(s.on_day) OVER (PARTITION BY s.project_id ORDER BY s.id) AS until
       FROM project_steps s
       WHERE s.project_id = ANY(CAST(:projectIds AS uuid[])) AND s.event IN ('pause', 'resume')
     ) AS course WHERE event = 'pause'`,
    { projectIds },
  );
  return byProject(rows);
}

/** The day the newest step took effect that changed whether the project runs; null before the first. */
export async function courseReached(db: Db, projectId: string): Promise<string | null> {
  const row = await db('project_steps')
    .where({ project_id: projectId })
    .whereIn('event', ['start', 'pause', 'resume'])
    .max<{ day: string | null }[]>({ day: 'on_day' })
    .first();
  return row?.day ?? null;
}

/** Names the last thing that happened to any project. */
export async function lastStep(db: Db): Promise<string> {
  const { rows } = await db.raw<{ rows: { id: string | null }[] }>('SELECT max(id) AS id FROM project_steps');
  return String(rows[0]?.id ?? '');
}
