import { fieldError, monthIn, type ProjectFile } from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { changeMonth, insertMonth, type MonthFigures } from './months.repository.ts';
import { countChange, type ProjectRow } from './projects.repository.ts';
import { concludeStep, holdProject } from './steps.ts';

type Given = MonthFigures & { note: string; documentIds: string[] };

/** @throws {Refusal} `month_exists`; or one that names `month` when it is not over, or the project did not run then */
export async function reportMonth(
  ctx: Context,
  id: string,
  { month, ...given }: Given & { month: string },
): Promise<ProjectFile> {
  const project = await holdProject(ctx, id);
  refuseOutsideRun(project, month);
  if (month >= monthIn(dayInDamascus(ctx.now()))) throw refuseFields(fieldError('month', 'month_not_over'));
  await insertMonth(ctx.db, id, month, given, { at: ctx.now(), userId: ctx.actor.userId });
  return await told(ctx, project, 'report', month, given);
}

export async function correctMonth(
  ctx: Context,
  id: string,
  version: number,
  month: string,
  given: Given,
): Promise<ProjectFile> {
  const project = await holdProject(ctx, id);
  const by = { at: ctx.now(), userId: ctx.actor.userId };
  if (!(await changeMonth(ctx.db, id, month, given, by))) throw new Refusal('not_found');
  if (project.version !== version) throw new Refusal('version_stale');
  return await told(ctx, project, 'correct', month, given);
}

async function told(
  ctx: Context,
  project: ProjectRow,
  event: 'report' | 'correct',
  month: string,
  { note, documentIds, ...figures }: Given,
): Promise<ProjectFile> {
  await countChange(ctx.db, project.id);
  const { status } = project;
  return await concludeStep(ctx, project, {
    event,
    fromStatus: status,
    toStatus: status,
    note,
    documentIds,
    figures: { month, ...figures },
  });
}

function refuseOutsideRun({ startedOn, endedOn }: ProjectRow, month: string): void {
  const isBefore = startedOn === null || month < monthIn(startedOn);
  const isAfter = endedOn !== null && month > monthIn(endedOn);
  if (isBefore || isAfter) throw refuseFields(fieldError('month', 'outside_run'));
}
