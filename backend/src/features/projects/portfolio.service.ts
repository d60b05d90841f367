import {
  monthIn,
  monthsFromTo,
  type ProjectPortfolio,
  projectLifecycle,
  shiftMonth,
  ViabilityStanding,
} from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { createKept } from '../../platform/kept.ts';
import { type ProjectFilter, projectsOf } from './projects.repository.ts';
import { lastStep } from './steps.repository.ts';
import { type Known, known } from './summaries.ts';

/** Months that the portfolio’s trends look back on, and those of its sums. */
const TREND_MONTHS = 18;
const YEAR_MONTHS = 12;

/** Accounts of associations, which shares are reckoned of, change seldom: that is seen after so long. */
const KEEP_MS = 60_000;
const kept = createKept<ProjectPortfolio>(KEEP_MS);

export async function readPortfolio(ctx: Context, filter: ProjectFilter): Promise<ProjectPortfolio> {
  const only = onlyAssociation(ctx.actor);
  const change = await lastStep(ctx.db);
  return await kept(ctx, { key: JSON.stringify([only, filter]), change }, () => reckon(ctx, filter, only));
}

async function reckon(ctx: Context, filter: ProjectFilter, only: string | null): Promise<ProjectPortfolio> {
  const today = dayInDamascus(ctx.now());
  const rows = await projectsOf(ctx.db, filter, { only, limit: null });
  const all = await known(ctx.db, rows, today);
  const atWork = all.filter(({ summary }) => isAtWork(summary.project.status));
  const months = trendOf(all, today);
  const year = months.slice(-YEAR_MONTHS);
  return {
    statusCounts: countsOf(
      projectLifecycle.states,
      all.map(({ summary }) => summary.project.status),
    ),
    standingCounts: countsOf(
      ViabilityStanding.options,
      atWork.map(({ summary }) => summary.viability.standing),
    ),
    budgetSyp: sumOf(all, ({ summary: { project } }) => (isApproved(project.status) ? project.budgetSyp : 0)),
    yearIncomeSyp: sumOf(year, (it) => it.incomeSyp),
    yearCostSyp: sumOf(year, (it) => it.costSyp),
    jobs: sumOf(atWork, ({ summary }) => summary.newest?.jobs ?? 0),
    families: sumOf(atWork, ({ summary }) => summary.newest?.families ?? 0),
    missingCount: all.filter(({ summary }) => summary.missingMonths.length > 0).length,
    months,
    asOf: ctx.now().toISOString(),
  };
}

function trendOf(all: readonly Known[], today: string): ProjectPortfolio['months'] {
  const last = shiftMonth(monthIn(today), -1);
  const months = all.flatMap((it) => it.months);
  return monthsFromTo(shiftMonth(last, 1 - TREND_MONTHS), last).map((month) => {
    const reports = months.filter((it) => it.month === month);
    return {
      month,
      incomeSyp: sumOf(reports, (it) => it.incomeSyp),
      costSyp: sumOf(reports, (it) => it.costSyp),
      jobs: sumOf(reports, (it) => it.jobs),
      families: sumOf(reports, (it) => it.families),
      projectCount: reports.length,
    };
  });
}

function isAtWork(status: string): boolean {
  return status === 'running' || status === 'paused';
}

function isApproved(status: string): boolean {
  return status !== 'proposed' && status !== 'declined';
}

function countsOf(words: readonly string[], found: readonly string[]): Record<string, number> {
  return Object.fromEntries(words.map((word) => [word, found.filter((it) => it === word).length]));
}

function sumOf<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}
