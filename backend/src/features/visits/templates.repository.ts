import type { VisitSection, VisitTemplate, VisitTemplateSummary } from '@qafila/contract';
import type { Db } from '@qafila/db';

type Dated<Template> = Omit<Template, 'retiredAt' | 'changedAt'> & {
  retiredAt: Date | null;
  changedAt: Date;
};
export type TemplateRow = Dated<VisitTemplate>;
export type TemplateSummaryRow = Dated<VisitTemplateSummary>;
export type TemplateFields = Pick<VisitTemplate, 'nameAr' | 'nameEn' | 'sections'>;

const NEWEST = `
  FROM visit_templates t
  JOIN visit_template_versions n ON n.template_id = t.id AND n.version = t.version
  JOIN users u ON u.id = n.created_by`;
const NAMED = `t.id, n.name_ar AS "nameAr", n.name_en AS "nameEn", t.version, t.retired_at AS "retiredAt",
  n.created_at AS "changedAt", u.name AS "changedByName"`;

export async function selectTemplates(db: Db): Promise<TemplateSummaryRow[]> {
  const { rows } = await db.raw<{ rows: TemplateSummaryRow[] }>(
    `SELECT ${NAMED},
            (SELECT sum(jsonb_array_length(section -> 'questions')) FROM jsonb_array_elements(n.sections) section)
              AS "questionCount",
            (SELECT count(*) FROM visits v WHERE v.template_id = t.id) AS "visitCount"
     ${NEWEST} ORDER BY t.retired_at IS NOT NULL, n.name_ar, t.id`,
  );
  return rows;
}

export async function templateById(db: Db, id: string): Promise<TemplateRow | undefined> {
  const { rows } = await db.raw<{ rows: TemplateRow[] }>(
    `SELECT ${NAMED}, n.sections ${NEWEST} WHERE t.id = :id`,
    { id },
  );
  return rows[0];
}

/** The version visits planned from now on take, locked against a newer one; undefined when it is retired. */
export async function lockVersionInUse(db: Db, id: string): Promise<number | undefined> {
  const template: { version: number } | undefined = await db('visit_templates')
    .where({ id, retired_at: null })
    .forShare()
    .first('version');
  return template?.version;
}

export async function insertTemplate(db: Db, id: string): Promise<void> {
  await db('visit_templates').insert({ id, version: 1 });
}

/** False when the template is not, or no longer, at `version`. */
export async function countUp(db: Db, id: string, version: number): Promise<boolean> {
  const changed = await db('visit_templates')
    .where({ id, version })
    .update({ version: version + 1 });
  return changed === 1;
}

export async function insertVersion(
  db: Db,
  id: string,
  version: number,
  { nameAr, nameEn, sections }: TemplateFields,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await db('visit_template_versions').insert({
    template_id: id,
    version,
    name_ar: nameAr,
    name_en: nameEn,
    sections: JSON.stringify(sections),
    created_by: by,
    created_at: at,
  });
}

export async function setRetired(db: Db, id: string, at: Date | null): Promise<boolean> {
  return (await db('visit_templates').where({ id }).update({ retired_at: at })) === 1;
}

export async function sectionsOf(db: Db, id: string, version: number): Promise<VisitSection[]> {
  const found: { sections: VisitSection[] } | undefined = await db('visit_template_versions')
    .where({ template_id: id, version })
    .first('sections');
  return found?.sections ?? [];
}
