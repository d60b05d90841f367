import { z } from 'zod';
import { addMonths, dayIn, yearOf } from './days.ts';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Names, Note, Uuid } from './primitives.ts';

/** The fiscal year of associations is the calendar year. */
const FISCAL_YEAR_END = '12-31';
/** Long enough to know that a day exists in some year. */
const LEAP_YEAR = 2024;

/** When an obligation falls due, again and again or once. */
export const ObligationSchedule = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('yearly'), month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
    .refine(({ month, day }) => dayIn(LEAP_YEAR, month, day).endsWith(String(day).padStart(2, '0')), {
      path: ['day'],
      params: { code: 'no_such_day' },
    }),
  /** So many months after the end of each fiscal year. */
  z.strictObject({ kind: z.literal('after_fiscal_year'), months: z.int().min(1).max(12) }),
  /** By the day on which the term of the board ends. */
  z.strictObject({ kind: z.literal('board_term') }),
  /** The declaration holds for so many years, and is then renewed for as many. */
  z.strictObject({ kind: z.literal('licence'), years: z.int().min(1).max(20) }),
  /** Within so many months of the declaration. */
  z.strictObject({ kind: z.literal('once'), months: z.int().min(1).max(36) }),
]);
export type ObligationSchedule = z.infer<typeof ObligationSchedule>;
export type Recurrence = ObligationSchedule['kind'];
export const RECURRENCES = [
  'yearly',
  'after_fiscal_year',
  'board_term',
  'licence',
  'once',
] as const satisfies readonly Recurrence[];

/** What one obligation is for: the year it counts for, or `once`. */
export const ObligationPeriod = z.string().regex(/^(20\d{2}|once)$/);

/** The days of an association that its obligations are reckoned from. */
export type AssociationDays = { readonly declaredOn: string; readonly boardTermEndsOn: string | null };
export type DuePeriod = { readonly period: string; readonly dueOn: string };

/**
 * What falls due of an association between two days, both included. The end of a board's term is due however long
 * ago it was; nothing is due for a time before the association was declared.
 */
export function duePeriods(
  schedule: ObligationSchedule,
  days: AssociationDays,
  { from, until }: { from: string; until: string },
): DuePeriod[] {
  const isWithin = ({ dueOn }: DuePeriod) => dueOn >= from && dueOn <= until && dueOn > days.declaredOn;
  switch (schedule.kind) {
    case 'yearly':
      return years(yearOf(from), yearOf(until))
        .map((year) => ofYear(dayIn(year, schedule.month, schedule.day)))
        .filter(isWithin);
    case 'after_fiscal_year':
      return years(yearOf(from) - 2, yearOf(until))
        .map((year) => ({ year, end: `${year}-${FISCAL_YEAR_END}` }))
        .filter(({ end }) => end >= days.declaredOn)
        .map(({ year, end }) => ({ period: String(year), dueOn: addMonths(end, schedule.months) }))
        .filter(isWithin);
    case 'board_term': {
      const endsOn = days.boardTermEndsOn;
      return endsOn !== null && endsOn <= until ? [ofYear(endsOn)] : [];
    }
    case 'licence':
      return years(1, yearOf(until) - yearOf(days.declaredOn))
        .filter((age) => age % schedule.years === 0)
        .map((age) => ofYear(addMonths(days.declaredOn, age * 12)))
        .filter(isWithin);
    case 'once':
      return [{ period: 'once', dueOn: addMonths(days.declaredOn, schedule.months) }].filter(isWithin);
  }
}

function years(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function ofYear(dueOn: string): DuePeriod {
  return { period: dueOn.slice(0, 4), dueOn };
}

const typeFields = {
  ...Names,
  schedule: ObligationSchedule,
  /** Days after the due day on which it does not count as overdue yet. */
  graceDays: z.int().min(0).max(LIMITS.graceDaysMax),
  /** Which papers to bring, for those who bring them. */
  documentsAr: Note,
  documentsEn: Note,
  /** While it is overdue, the association pledges nothing new. */
  blocksPledges: z.boolean(),
  /** An obligation of a type that is not active is not asked for again. */
  isActive: z.boolean(),
};

/** A rule of what associations owe the directorate, and when. */
export const ObligationType = z.strictObject({
  id: Uuid,
  key: z.string().regex(/^[a-z][a-z0-9_]{2,39}$/),
  ...typeFields,
  version: z.int(),
});
export type ObligationType = z.infer<typeof ObligationType>;

export const listObligationTypes = endpoint({
  method: 'get',
  path: '/api/v1/obligation-types',
  summary: 'What associations owe the directorate, and when',
  access: 'obligation:read',
  response: z.array(ObligationType),
});

export const createObligationType = endpoint({
  method: 'post',
  path: '/api/v1/obligation-types',
  summary: 'Say what else associations owe',
  access: 'obligation:review',
  body: ObligationType.omit({ id: true, version: true }),
  success: 201,
  response: ObligationType,
});

/** What is due already keeps its day; whether it blocks pledges follows the rule at once. */
export const updateObligationType = endpoint({
  method: 'patch',
  path: '/api/v1/obligation-types/:typeId',
  summary: 'Change a rule',
  access: 'obligation:review',
  params: z.strictObject({ typeId: Uuid }),
  body: z.strictObject(typeFields).partial(),
  versioned: true,
  response: ObligationType,
});
