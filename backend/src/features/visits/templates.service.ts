import { randomUUID } from 'node:crypto';
import type { VisitTemplate, VisitTemplateSummary } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  countUp,
  insertTemplate,
  insertVersion,
  selectTemplates,
  setRetired,
  type TemplateFields,
  templateById,
} from './templates.repository.ts';

export async function listTemplates({ db }: Context): Promise<VisitTemplateSummary[]> {
  return (await selectTemplates(db)).map(withTimes);
}

export async function readTemplate({ db }: Context, id: string): Promise<VisitTemplate> {
  const template = await templateById(db, id);
  if (!template) throw new Refusal('not_found');
  return withTimes(template);
}

export async function createTemplate(ctx: Context, fields: TemplateFields): Promise<VisitTemplate> {
  const id = randomUUID();
  await insertTemplate(ctx.db, id);
  await insertVersion(ctx.db, id, 1, fields, { by: ctx.actor.userId, at: ctx.now() });
  return await conclude(ctx, id, 'visitTemplate.created');
}

export async function reviseTemplate(
  ctx: Context,
  id: string,
  version: number,
  fields: TemplateFields,
): Promise<VisitTemplate> {
  await readTemplate(ctx, id);
  if (!(await countUp(ctx.db, id, version))) throw new Refusal('version_stale');
  await insertVersion(ctx.db, id, version + 1, fields, { by: ctx.actor.userId, at: ctx.now() });
  return await conclude(ctx, id, 'visitTemplate.revised');
}

export async function retireTemplate(ctx: Context, id: string, isRetired: boolean): Promise<VisitTemplate> {
  const template = await readTemplate(ctx, id);
  if ((template.retiredAt !== null) === isRetired) return template;
  await setRetired(ctx.db, id, isRetired ? ctx.now() : null);
  return await conclude(ctx, id, isRetired ? 'visitTemplate.retired' : 'visitTemplate.restored');
}

async function conclude(ctx: Context, id: string, action: string): Promise<VisitTemplate> {
  // Checklists are the directorate's own: no association hears of them.
  ctx.announce({ kind: 'workChanged', topics: ['visits'], associationIds: [] });
  const answer = await readTemplate(ctx, id);
  await audit(ctx, {
    action,
    subjectType: 'visitTemplate',
    subjectId: id,
    detail: { version: answer.version },
  });
  return answer;
}

function withTimes<Row extends { retiredAt: Date | null; changedAt: Date }>(row: Row) {
  return {
    ...row,
    retiredAt: row.retiredAt?.toISOString() ?? null,
    changedAt: row.changedAt.toISOString(),
  };
}
