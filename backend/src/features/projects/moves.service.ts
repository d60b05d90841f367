import {
  fieldError,
  monthIn,
  type ProjectCommand,
  type ProjectDecision,
  type ProjectFile,
  type ProjectMove,
  projectLifecycle,
} from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { requireDeclared } from '../associations/index.ts';
import { postSystemNotice } from '../notices/index.ts';
import { monthsOf } from './months.repository.ts';
import { moveStatus, type ProjectRow } from './projects.repository.ts';
import { courseReached } from './steps.repository.ts';
import { concludeStep, holdProject } from './steps.ts';

type Step = { note: string; documentIds: string[] };

/**
 * @throws {Refusal} `version_stale` where the proposal is not, or no longer, the one that was read;
 * `association_not_declared` for one that was suspended since it proposed
 */
export async function decide(
  ctx: Context,
  id: string,
  version: number,
  { command, ...step }: Step & { command: ProjectDecision },
): Promise<ProjectFile> {
  const project = await holdProject(ctx, id);
  if (!projectLifecycle.next(project.status, command)) throw new Refusal('transition_not_allowed');
  if (project.version !== version) throw new Refusal('version_stale');
  if (command === 'approve') await requireDeclared(ctx.db, project.associationId);
  const file = await take(ctx, project, command, dayInDamascus(ctx.now()), step);
  const { code, nameAr, nameEn, associationId } = project;
  await postSystemNotice(ctx, {
    associationId,
    kind: 'project_decided',
    priority: 'normal',
    values: { code, nameAr, nameEn, decision: command },
    key: `project:${id}:${file.version}`,
  });
  return file;
}

/** @throws {Refusal} that names `on` when the day is not here yet, or lies before the step before it */
export async function move(
  ctx: Context,
  id: string,
  { command, on, ...step }: Step & { command: ProjectMove; on?: string | undefined },
): Promise<ProjectFile> {
  const project = await holdProject(ctx, id);
  const today = dayInDamascus(ctx.now());
  const day = on ?? today;
  if (day > today) throw refuseFields(fieldError('on', 'after_now'));
  await refuseTooEarly(ctx, project, command, day);
  return await take(ctx, project, command, day, step);
}

async function refuseTooEarly(
  { db }: Context,
  project: ProjectRow,
  command: ProjectMove,
  day: string,
): Promise<void> {
  const reached = await courseReached(db, project.id);
  const reported = (await monthsOf(db, [project.id])).get(project.id)?.at(-1)?.month;
  const isBeforeFigures = endsWith(command) && reported !== undefined && monthIn(day) < reported;
  if ((reached !== null && day < reached) || isBeforeFigures)
    throw refuseFields(fieldError('on', 'too_early'));
}

async function take(
  ctx: Context,
  project: ProjectRow,
  command: ProjectCommand,
  on: string,
  step: Step,
): Promise<ProjectFile> {
  const { id, status: from } = project;
  const to = projectLifecycle.next(from, command);
  const days = {
    ...(command === 'start' && { startedOn: on }),
    ...(endsWith(command) && { endedOn: on }),
  };
  if (!to || !(await moveStatus(ctx.db, id, { from, to, ...days }))) {
    throw new Refusal('transition_not_allowed');
  }
  return await concludeStep(ctx, project, { event: command, fromStatus: from, toStatus: to, on, ...step });
}

function endsWith(command: ProjectCommand): boolean {
  return command === 'finish' || command === 'stop';
}
