import {
  fieldError,
  Instant,
  type ProjectFile,
  type ProjectStep,
  type ProjectSummary,
  Uuid,
  type ViabilityStanding,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { documentRefs } from '../documents/index.ts';
import { type Place, type ProjectFilter, projectById, projectsOf } from './projects.repository.ts';
import { type StepRow, stepsOf } from './steps.repository.ts';
import { known } from './summaries.ts';

type Query = ProjectFilter & {
  standing?: ViabilityStanding | undefined;
  missing?: 'yes' | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** What follows from the months is judged after reading, so a filter by it reads all that could pass it. */
export async function list(
  ctx: Context,
  { standing, missing, cursor, limit, ...filter }: Query,
): Promise<{ items: ProjectSummary[]; nextCursor: string | null }> {
  const isJudged = standing !== undefined || missing !== undefined;
  const rows = await projectsOf(ctx.db, filter, {
    only: onlyAssociation(ctx.actor),
    after: placeIn(cursor),
    limit: isJudged ? null : limit + 1,
  });
  const all = await known(ctx.db, rows, dayInDamascus(ctx.now()));
  const fitting = all.filter(
    ({ summary }) =>
      (standing === undefined || summary.viability.standing === standing) &&
      (missing === undefined || summary.missingMonths.length > 0),
  );
  const page = fitting.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((it) => it.summary),
    nextCursor:
      fitting.length > limit && last ? `${last.createdAt.toISOString()} ${last.summary.project.id}` : null,
  };
}

function placeIn(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [at, id, ...more] = cursor.split(' ');
  const isWhole = more.length === 0 && Instant.safeParse(at).success && Uuid.safeParse(id).success;
  if (!isWhole || at === undefined || id === undefined) {
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  }
  return { at, id };
}

export async function readFile(ctx: Context, projectId: string): Promise<ProjectFile> {
  const row = await projectById(ctx.db, projectId, onlyAssociation(ctx.actor));
  const [it] = row ? await known(ctx.db, [row], dayInDamascus(ctx.now())) : [];
  if (!it) throw new Refusal('not_found');
  return {
    summary: it.summary,
    months: it.months.map(({ projectId: _, ...month }) => ({
      ...month,
      recordedAt: month.recordedAt.toISOString(),
    })),
    steps: await withDocuments(ctx.db, await stepsOf(ctx.db, projectId)),
    version: it.summary.project.version,
  };
}

async function withDocuments(db: Db, steps: readonly StepRow[]): Promise<ProjectStep[]> {
  const refs = await documentRefs(
    db,
    steps.flatMap((step) => step.documentIds),
  );
  return steps.map(({ documentIds, ...step }) => ({
    ...step,
    at: step.at.toISOString(),
    documents: documentIds.flatMap((id) => refs.get(id) ?? []),
  }));
}
