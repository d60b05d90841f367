import { z } from 'zod';
import { type Month, monthIn, monthsFromTo, shiftMonth } from './months.ts';

/** How a project is judged. */
export const VIABILITY = {
  /** Figures of fewer months tell nothing yet: until then the plan speaks. */
  leastMonths: 3,
  /** The newest months with figures, which tell at what pace it earns and where that leads. */
  windowMonths: 6,
  /** One that takes longer than this to earn its budget back is slow. */
  slowAfterMonths: 36,
  /** Net income that changes by less than this share of the mean monthly income, each month, is steady. */
  steadyWithinPct: 2,
  /** What it pays for is told by the net of so many months before the present one. */
  shareMonths: 12,
} as const;

/** Money of one month, whole Syrian pounds. */
export type MonthMoney = { readonly month: Month; readonly incomeSyp: number; readonly costSyp: number };

export type Plan = {
  readonly budgetSyp: number;
  readonly plannedMonthlyIncomeSyp: number;
  readonly plannedMonthlyCostSyp: number;
};

/** What a month left over; less than nothing where it cost more than it brought. */
export function netOf({ incomeSyp, costSyp }: Omit<MonthMoney, 'month'>): number {
  return incomeSyp - costSyp;
}

export type CumulativeMonth = { month: Month; netSyp: number; cumulativeSyp: number };

/** Months in their order, each with what the project has earned since its start less its budget. */
export function cumulativeOf(budgetSyp: number, months: readonly MonthMoney[]): CumulativeMonth[] {
  let cumulativeSyp = -budgetSyp;
  return inOrder(months).map((it) => {
    cumulativeSyp += netOf(it);
    return { month: it.month, netSyp: netOf(it), cumulativeSyp };
  });
}

/** paid back · within three years · later than that · never */
export const ViabilityStanding = z.enum(['paid_back', 'sound', 'slow', 'losing']);
export type ViabilityStanding = z.infer<typeof ViabilityStanding>;

export const ViabilityBasis = z.enum(['actual', 'plan']);
export const ProjectTrend = z.enum(['rising', 'steady', 'falling']);
export type ProjectTrend = z.infer<typeof ProjectTrend>;

export const BreakEven = z.strictObject({
  standing: ViabilityStanding,
  /** What it is reckoned from: at least three months of figures, or else the plan. */
  basis: ViabilityBasis,
  /** Mean net of the newest months with figures, or of the plan. */
  monthlyNetSyp: z.int(),
  /** Months with figures, from the first, until the budget is earned back; null when at this pace it never is. */
  months: z.int().nullable(),
  /** How many of them are still to come. */
  monthsToGo: z.int().nullable(),
});
export type BreakEven = z.infer<typeof BreakEven>;

/** When the project has earned its budget back: when it did, or when it will if it goes on as in the newest months. */
export function breakEvenOf(plan: Plan, months: readonly MonthMoney[]): BreakEven {
  const monthlyNetSyp = paceOf(plan, months);
  const basis = months.length < VIABILITY.leastMonths ? 'plan' : 'actual';
  const path = cumulativeOf(plan.budgetSyp, months);
  const remaining = -(path.at(-1)?.cumulativeSyp ?? -plan.budgetSyp);
  if (remaining <= 0) {
    const reached = path.findIndex((_, at) => path.slice(at).every((it) => it.cumulativeSyp >= 0)) + 1;
    return { standing: 'paid_back', basis, monthlyNetSyp, months: reached, monthsToGo: 0 };
  }
  if (monthlyNetSyp <= 0) return { standing: 'losing', basis, monthlyNetSyp, months: null, monthsToGo: null };
  const monthsToGo = Math.ceil(remaining / monthlyNetSyp);
  const total = months.length + monthsToGo;
  const standing = total > VIABILITY.slowAfterMonths ? 'slow' : 'sound';
  return { standing, basis, monthlyNetSyp, months: total, monthsToGo };
}

function paceOf(plan: Plan, months: readonly MonthMoney[]): number {
  if (months.length < VIABILITY.leastMonths) {
    return plan.plannedMonthlyIncomeSyp - plan.plannedMonthlyCostSyp;
  }
  return Math.trunc(mean(newest(months).map(netOf)));
}

/** Where the net of the newest months leads, by the slope of the straight line nearest to them; null for too few. */
export function trendOf(months: readonly MonthMoney[]): ProjectTrend | null {
  if (months.length < VIABILITY.leastMonths) return null;
  const window = newest(months);
  const slope = slopeOf(window.map(netOf));
  const threshold = (mean(window.map((it) => it.incomeSyp)) * VIABILITY.steadyWithinPct) / 100;
  if (Math.abs(slope) <= threshold) return 'steady';
  return slope > 0 ? 'rising' : 'falling';
}

/** By least squares, change of the value from one to the next. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const height = mean(values);
  const rise = values.reduce((sum, value, at) => sum + (at - middle) * (value - height), 0);
  return rise / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
}

/** What was left over in the twelve months before the one in which `today` lies. */
export function netOfYear(months: readonly MonthMoney[], today: string): number {
  const present = monthIn(today);
  const first = shiftMonth(present, -VIABILITY.shareMonths);
  return months
    .filter(({ month }) => month >= first && month < present)
    .reduce((sum, it) => sum + netOf(it), 0);
}

/**
 * The share of an association’s spending that a year’s net pays for, 1 being all of it; a loss pays for nothing. Null
 * where nothing is known of the spending, or there was none.
 */
export function servicesShareOf(netSyp: number, spendingSyp: number | null): number | null {
  if (spendingSyp === null || spendingSyp <= 0) return null;
  return Math.max(0, netSyp) / spendingSyp;
}

/** Days on which a project stood still: from the first, until before the day it went on. */
export type Pause = { readonly from: string; readonly until: string | null };
export type Course = {
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly pauses: readonly Pause[];
};

/** The months of which figures are due: all that are over and in which it ran on at least one day. */
export function monthsDue({ startedOn, endedOn, pauses }: Course, today: string): Month[] {
  if (startedOn === null) return [];
  const lastWhole = shiftMonth(monthIn(today), -1);
  const last = endedOn !== null && monthIn(endedOn) < lastWhole ? monthIn(endedOn) : lastWhole;
  return monthsFromTo(monthIn(startedOn), last).filter((month) => {
    const from = latest(`${month}-01`, startedOn);
    const to = endedOn === null ? `${month}-31` : earliest(`${month}-31`, endedOn);
    return !pauses.some((pause) => pause.from <= from && (pause.until === null || pause.until > to));
  });
}

function inOrder(months: readonly MonthMoney[]): MonthMoney[] {
  return months.toSorted((a, b) => a.month.localeCompare(b.month));
}

function newest(months: readonly MonthMoney[]): MonthMoney[] {
  return inOrder(months).slice(-VIABILITY.windowMonths);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const latest = (a: string, b: string): string => (a > b ? a : b);
const earliest = (a: string, b: string): string => (a < b ? a : b);
