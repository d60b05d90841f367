import { randomUUID } from 'node:crypto';
import type { ProjectFile } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requireAssociation, requireDeclared } from '../associations/index.ts';
import { changeProject, insertProject, type ProjectFields } from './projects.repository.ts';
import { concludeStep, holdProject } from './steps.ts';

type Given = ProjectFields & { documentIds: string[] };

/** @throws {Refusal} `association_not_declared` */
export async function propose(
  ctx: Context,
  associationId: string,
  { documentIds, ...fields }: Given,
): Promise<ProjectFile> {
  await requireAssociation(ctx, associationId);
  await requireDeclared(ctx.db, associationId);
  const id = randomUUID();
  await insertProject(ctx.db, { id, associationId, createdAt: ctx.now(), fields });
  return await concludeStep(
    ctx,
    { id, associationId },
    {
      event: 'create',
      fromStatus: null,
      toStatus: 'proposed',
      note: '',
      documentIds,
    },
  );
}

/** @throws {Refusal} `project_settled` once somebody has approved it */
export async function update(
  ctx: Context,
  id: string,
  version: number,
  { documentIds, ...fields }: Given,
): Promise<ProjectFile> {
  const project = await holdProject(ctx, id);
  if (project.status !== 'proposed' && project.status !== 'declined') throw new Refusal('project_settled');
  if (project.version !== version) throw new Refusal('version_stale');
  await changeProject(ctx.db, id, fields);
  const { status } = project;
  return await concludeStep(ctx, project, {
    event: 'change',
    fromStatus: status,
    toStatus: status,
    note: '',
    documentIds,
  });
}
