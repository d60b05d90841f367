import {
  breakEvenOf,
  monthsDue,
  netOf,
  netOfYear,
  type Pause,
  type Project,
  type ProjectSummary,
  type ProjectViability,
  servicesShareOf,
  trendOf,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import { associationRefs } from '../associations/index.ts';
import { type Spending, spendingOf } from '../finances/index.ts';
import { type MonthRow, monthsOf } from './months.repository.ts';
import type { ProjectRow } from './projects.repository.ts';

import { pausesOf } from './steps.repository.ts';

export type Known = { summary: ProjectSummary; months: readonly MonthRow[]; createdAt: Date };

/** Projects with what follows from their months: a fixed number of queries, however many projects. */
export async function known(db: Db, rows: readonly ProjectRow[], today: string): Promise<Known[]> {
  const ids = rows.map((row) => row.id);
  const associationIds = [...new Set(rows.map((row) => row.associationId))];
  const [months, pauses, names, spending] = [
    await monthsOf(db, ids),
    await pausesOf(db, ids),
    await associationRefs(db, associationIds),
    await spendingOf(db, associationIds),
  ];
  return rows.flatMap(({ associationId, createdAt, ...fields }) => {
    const association = names.get(associationId);
    if (!association) return [];
    const its = months.get(fields.id) ?? [];
    const summary = summaryOf({ ...fields, association }, its, {
      pauses: pauses.get(fields.id) ?? [],
      spending: spending.get(associationId),
      today,
    });
    return [{ summary, months: its, createdAt }];
  });
}

type Around = { pauses: readonly Pause[]; spending: Spending | undefined; today: string };

function summaryOf(
  project: Project,
  months: readonly MonthRow[],
  { pauses, spending, today }: Around,
): ProjectSummary {
  const newest = months.at(-1);
  const reported = new Set(months.map((it) => it.month));
  return {
    project,
    viability: viabilityOf(project, months, spending, today),
    newest: newest ? { month: newest.month, jobs: newest.jobs, families: newest.families } : null,
    missingMonths: monthsDue({ ...project, pauses }, today).filter((month) => !reported.has(month)),
  };
}

function viabilityOf(
  project: Project,
  months: readonly MonthRow[],
  spending: Spending | undefined,
  today: string,
): ProjectViability {
  const yearNetSyp = netOfYear(months, today);
  return {
    ...breakEvenOf(project, months),
    trend: trendOf(months),
    netSyp: months.reduce((sum, it) => sum + netOf(it), 0),
    yearNetSyp,
    servicesShare: servicesShareOf(yearNetSyp, spending?.spendingSyp ?? null),
    spendingYear: spending?.year ?? null,
  };
}
