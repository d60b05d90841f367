import type { Project, ProjectStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { nextCode } from '../../platform/document-codes.repository.ts';

export type ProjectRow = Omit<Project, 'association'> & { associationId: string; createdAt: Date };
export type ProjectFields = Omit<
  Project,
  'id' | 'code' | 'association' | 'status' | 'startedOn' | 'endedOn' | 'version'
>;

export type ProjectFilter = {
  associationId?: string | undefined;
  kind?: string | undefined;
  sector?: string | undefined;
  governorateCode?: string | undefined;
  status?: ProjectStatus | undefined;
};
export type Place = { at: string; id: string };

const PROJECT = `
  SELECT p.id, p.code, p.association_id AS "associationId", p.kind, p.sector, p.name_ar AS "nameAr",
         p.name_en AS "nameEn", p.governorate_code AS "governorateCode", p.description, p.budget_syp AS "budgetSyp",
         p.planned_start AS "plannedStart", p.planned_monthly_income_syp AS "plannedMonthlyIncomeSyp",
         p.planned_monthly_cost_syp AS "plannedMonthlyCostSyp", p.planned_jobs AS "plannedJobs",
         p.planned_families AS "plannedFamilies", p.status, p.started_on AS "startedOn", p.ended_on AS "endedOn",
         p.version, p.created_at AS "createdAt",
         (SELECT jsonb_agg(jsonb_build_object('source', f.source, 'amountSyp', f.amount_syp)
                           ORDER BY f.amount_syp DESC, f.source)
          FROM project_funding f WHERE f.project_id = p.id) AS funding
  FROM projects p`;

/** Newest first, after the one `after` names; all of them where `limit` is null. `only`: the association that asks. */
export async function projectsOf(
  db: Db,
  filter: ProjectFilter,
  { only, after, limit }: { only: string | null; after?: Place | undefined; limit: number | null },
): Promise<ProjectRow[]> {
  const { rows } = await db.raw<{ rows: ProjectRow[] }>(
    `${PROJECT}
     WHERE (p.association_id = :only OR :only::uuid IS NULL)
       AND (p.association_id = :associationId OR :associationId::uuid IS NULL)
       AND (p.kind = :kind OR :kind::text IS NULL)
       AND (p.sector = :sector OR :sector::text IS NULL)
       AND (p.governorate_code = :governorateCode OR :governorateCode::text IS NULL)
       AND (p.status = :status OR :status::text IS NULL)
       AND (:at::timestamptz IS NULL OR (p.created_at, p.id) < (:at::timestamptz, :id::uuid))
     ORDER BY p.created_at DESC, p.id DESC
     LIMIT :limit`,
    {
      only,
      limit,
      associationId: filter.associationId ?? null,
      kind: filter.kind ?? null,
      sector: filter.sector ?? null,
      governorateCode: filter.governorateCode ?? null,
      status: filter.status ?? null,
      at: after?.at ?? null,
      id: after?.id ?? null,
    },
  );
  return rows;
}

/** `only`: the association that asks; null for all. */
export async function projectById(db: Db, id: string, only: string | null): Promise<ProjectRow | undefined> {
  const { rows } = await db.raw<{ rows: ProjectRow[] }>(
    `${PROJECT} WHERE p.id = :id AND (p.association_id = :only OR :only::uuid IS NULL)`,
    { id, only },
  );
  return rows[0];
}

/** Locks the project to the end of the transaction; false where there is none for the one who asks. */
export async function lockProject(db: Db, id: string, only: string | null): Promise<boolean> {
  const query = db('projects').where({ id }).forUpdate();
  const row: unknown = await (only === null ? query : query.where({ association_id: only })).first('id');
  return row !== undefined;
}

export async function insertProject(
  db: Db,
  it: { id: string; associationId: string; createdAt: Date; fields: ProjectFields },
): Promise<void> {
  await db('projects').insert({
    id: it.id,
    code: await nextCode(db, 'PJ', 4),
    association_id: it.associationId,
    created_at: it.createdAt,
    status: 'proposed',
    ...toColumns(it.fields),
  });
  await insertFunding(db, it.id, it.fields.funding);
}

export async function changeProject(db: Db, id: string, fields: ProjectFields): Promise<void> {
  await db('projects')
    .where({ id })
    .update({ ...toColumns(fields), version: db.raw('version + 1') });
  await db('project_funding').where({ project_id: id }).del();
  await insertFunding(db, id, fields.funding);
}

/** One more change of the project, of its months too. */
export async function countChange(db: Db, id: string): Promise<void> {
  await db('projects')
    .where({ id })
    .update({ version: db.raw('version + 1') });
}

/** Moves a project only if it is still in `from`; false when someone moved it first. */
export async function moveStatus(
  db: Db,
  id: string,
  { from, to, ...days }: { from: ProjectStatus; to: ProjectStatus; startedOn?: string; endedOn?: string },
): Promise<boolean> {
  const moved = await db('projects')
    .where({ id, status: from })
    .update({
      status: to,
      version: db.raw('version + 1'),
      ...(days.startedOn !== undefined && { started_on: days.startedOn }),
      ...(days.endedOn !== undefined && { ended_on: days.endedOn }),
    });
  return moved === 1;
}

async function insertFunding(db: Db, projectId: string, funding: ProjectFields['funding']): Promise<void> {
  await db('project_funding').insert(
    funding.map((it) => ({ project_id: projectId, source: it.source, amount_syp: it.amountSyp })),
  );
}

function toColumns(fields: ProjectFields): Record<string, unknown> {
  return {
    kind: fields.kind,
    sector: fields.sector,
    name_ar: fields.nameAr,
    name_en: fields.nameEn,
    governorate_code: fields.governorateCode,
    description: fields.description,
    budget_syp: fields.budgetSyp,
    planned_start: fields.plannedStart,
    planned_monthly_income_syp: fields.plannedMonthlyIncomeSyp,
    planned_monthly_cost_syp: fields.plannedMonthlyCostSyp,
    planned_jobs: fields.plannedJobs,
    planned_families: fields.plannedFamilies,
  };
}
