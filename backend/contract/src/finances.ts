import { z } from 'zod';
import { SECTORS } from './aid.ts';
import { DocumentIds, DocumentRef } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { defineLifecycle } from './lifecycle.ts';
import { LIMITS } from './limits.ts';
import { Instant, NamedRef, Note, PageQuery, pageOf, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';

export const financeLifecycle = defineLifecycle({
  draft: { submit: 'submitted' },
  submitted: { accept: 'accepted', return: 'returned' },
  returned: { submit: 'submitted' },
  accepted: {},
});
export const FinanceState = z.enum(financeLifecycle.states);
export type FinanceState = z.infer<typeof FinanceState>;

/** States in which the association still writes; only then may the figures not balance. */
export const WRITABLE_FINANCE_STATES = financeLifecycle.states.filter(
  (state) => financeLifecycle.next(state, 'submit') !== undefined,
);

export const INCOME_SOURCES = [
  'donations_individual',
  'donations_corporate',
  'grants',
  'membership',
  'projects',
  'public_support',
  'other',
] as const;
export const IncomeSource = z.enum(INCOME_SOURCES);
export type IncomeSource = z.infer<typeof IncomeSource>;

/** What money was spent on: the sectors an association works in, and its own running. */
export const SPENDING_HEADS = [...SECTORS, 'administration'] as const;
export const SpendingHead = z.enum(SPENDING_HEADS);
export type SpendingHead = z.infer<typeof SpendingHead>;

export const FinanceSide = z.enum(['income', 'spending']);

/** Whole Syrian pounds; so bounded that all sums stay exact. */
const AmountSyp = z.int().min(0).max(LIMITS.amountSypMax);
/** Below zero where an association owes more than it has. */
const ReserveSyp = z.int().min(-LIMITS.amountSypMax).max(LIMITS.amountSypMax);

export const FinanceFigures = z.strictObject({
  openingSyp: ReserveSyp,
  income: z.record(IncomeSource, AmountSyp),
  spending: z.record(SpendingHead, AmountSyp),
  closingSyp: ReserveSyp,
  /** Why the year does not begin with what the year before ended with; empty where it does. */
  openingReason: Note,
  note: Note,
});
export type FinanceFigures = z.infer<typeof FinanceFigures>;
type Amounts = Pick<FinanceFigures, 'openingSyp' | 'income' | 'spending' | 'closingSyp'>;

export type FinanceBalance = {
  readonly incomeSyp: number;
  readonly spendingSyp: number;
  /** What the closing reserves must be: opening + income − spending. */
  readonly expectedClosingSyp: number;
  /** Closing as stated less closing as reckoned; zero where the year balances. */
  readonly differenceSyp: number;
};

export function balanceOf({ openingSyp, income, spending, closingSyp }: Amounts): FinanceBalance {
  const incomeSyp = sumOf(income);
  const spendingSyp = sumOf(spending);
  const expectedClosingSyp = openingSyp + incomeSyp - spendingSyp;
  return { incomeSyp, spendingSyp, expectedClosingSyp, differenceSyp: closingSyp - expectedClosingSyp };
}

function sumOf(amounts: Readonly<Record<string, number>>): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}

/** The figures of a year as they are handed in: they balance. */
export const BalancedFinances = FinanceFigures.superRefine((figures, ctx) => {
  const { expectedClosingSyp, differenceSyp } = balanceOf(figures);
  if (differenceSyp === 0) return;
  ctx.addIssue({
    code: 'custom',
    path: ['closingSyp'],
    params: { code: 'does_not_balance', values: { expected: expectedClosingSyp, difference: differenceSyp } },
  });
});

/** One year of an association's money. */
export const FinanceYear = z.strictObject({
  id: Uuid,
  association: NamedRef.extend({ governorateCode: GovernorateCode }),
  year: z.int(),
  state: FinanceState,
  figures: FinanceFigures,
  incomeSyp: z.int(),
  spendingSyp: z.int(),
  /** With what the year before ended, where it was accepted. */
  previousClosingSyp: z.int().nullable(),
  submittedAt: Instant.nullable(),
  version: z.int(),
});
export type FinanceYear = z.infer<typeof FinanceYear>;

export const FinanceStep = z.strictObject({
  at: Instant,
  actorName: z.string(),
  command: z.enum(financeLifecycle.commands),
  fromState: FinanceState,
  toState: FinanceState,
  note: z.string(),
  documents: z.array(DocumentRef),
});
export type FinanceStep = z.infer<typeof FinanceStep>;

export const FinanceFile = z.strictObject({
  finance: FinanceYear,
  /** Oldest first. */
  steps: z.array(FinanceStep),
  version: z.int(),
});
export type FinanceFile = z.infer<typeof FinanceFile>;

const FinanceParams = z.strictObject({ financeId: Uuid });

export const listFinancesOfAssociation = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId/finances',
  summary: 'An association’s years, the newest first',
  access: 'finance:read',
  params: z.strictObject({ associationId: Uuid }),
  response: z.array(FinanceYear),
});

export const listFinances = endpoint({
  method: 'get',
  path: '/api/v1/finances',
  summary: 'Years of all associations by state, those handed in longest ago first',
  access: 'finance:read',
  query: PageQuery.extend({
    state: FinanceState.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    governorateCode: GovernorateCode.optional(),
  }),
  response: pageOf(FinanceYear),
});

export const readFinances = endpoint({
  method: 'get',
  path: '/api/v1/finances/:financeId',
  summary: 'One year with all that happened to it',
  access: 'finance:read',
  params: FinanceParams,
  response: FinanceFile,
});

/** It opens with what the year before ended with, where that was accepted. */
export const openFinances = endpoint({
  method: 'post',
  path: '/api/v1/associations/:associationId/finances',
  summary: 'Begin the figures of a year',
  access: 'finance:record',
  params: z.strictObject({ associationId: Uuid }),
  body: z.strictObject({ year: z.int().min(2000).max(2100) }),
  success: 201,
  response: FinanceFile,
});

export const saveFinances = endpoint({
  method: 'put',
  path: '/api/v1/finances/:financeId',
  summary: 'Keep the figures as far as they are known; they need not balance yet',
  access: 'finance:record',
  params: FinanceParams,
  body: FinanceFigures,
  versioned: true,
  response: FinanceFile,
});

export const submitFinances = endpoint({
  method: 'post',
  path: '/api/v1/finances/:financeId/submission',
  summary: 'Hand the figures of a year in; they balance',
  access: 'finance:record',
  params: FinanceParams,
  body: z.strictObject({ figures: BalancedFinances, documentIds: DocumentIds }),
  versioned: true,
  response: FinanceFile,
});

export const reviewFinances = endpoint({
  method: 'post',
  path: '/api/v1/finances/:financeId/review',
  summary: 'Accept the figures of a year, or return them with a reason',
  access: 'obligation:review',
  params: FinanceParams,
  body: z
    .strictObject({ command: z.enum(['accept', 'return']), reason: Note.default('') })
    .refine(({ command, reason }) => command === 'accept' || reason !== '', {
      path: ['reason'],
      params: { code: 'reason_required' },
    }),
  versioned: true,
  response: FinanceFile,
});
