import type { ProjectEvent, ProjectFile, ProjectStatus } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requireDocuments } from '../documents/index.ts';
import { lockProject, type ProjectRow, projectById } from './projects.repository.ts';
import { readFile } from './reading.service.ts';
import { insertStep, type NewStep } from './steps.repository.ts';

/** The project, locked to the end of the transaction: all that happens to it begins here. */
export async function holdProject({ db, actor }: Context, id: string): Promise<ProjectRow> {
  const only = onlyAssociation(actor);
  const row = (await lockProject(db, id, only)) ? await projectById(db, id, only) : undefined;
  if (!row) throw new Refusal('not_found');
  return row;
}

const TOLD = {
  create: 'project.proposed',
  propose: 'project.proposed',
  change: 'project.changed',
  approve: 'project.approved',
  decline: 'project.declined',
  start: 'project.started',
  pause: 'project.paused',
  resume: 'project.resumed',
  finish: 'project.finished',
  stop: 'project.stopped',
  report: 'project.reported',
  correct: 'project.corrected',
} as const satisfies Record<ProjectEvent, string>;

type Happened = Pick<NewStep, 'event' | 'fromStatus' | 'toStatus' | 'note' | 'documentIds' | 'figures'> & {
  on?: string;
};

/** Puts on record what was done to a project, tells those concerned, and answers its file. */
export async function concludeStep(
  ctx: Context,
  { id, associationId }: { id: string; associationId: string },
  { on = dayInDamascus(ctx.now()), ...happened }: Happened,
): Promise<ProjectFile> {
  await requireDocuments(ctx.db, associationId, happened.documentIds);
  await insertStep(ctx.db, {
    ...happened,
    on,
    projectId: id,
    associationId,
    at: ctx.now(),
    actorId: ctx.actor.userId,
  });
  ctx.announce({ kind: 'workChanged', topics: ['projects'], associationIds: [associationId] });
  const answer = await readFile(ctx, id);
  await audit(ctx, {
    action: TOLD[happened.event],
    subjectType: 'project',
    subjectId: id,
    from: changed(happened.fromStatus, happened.toStatus),
    to: changed(happened.toStatus, happened.fromStatus),
    detail: { associationId, ...(happened.figures && { month: happened.figures.month }) },
  });
  return answer;
}

/** A state is told where it changed. */
function changed(state: ProjectStatus | null, other: ProjectStatus | null): ProjectStatus | null {
  return state === other ? null : state;
}
