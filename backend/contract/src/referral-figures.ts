import { z } from 'zod';
import { AidCadence, AidKind } from './aid.ts';
import { endpoint } from './endpoint.ts';
import { Month } from './months.ts';
import { Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';
import { OPEN_REFERRAL_STATUSES, ReferralOutcome, ReferralStatus } from './referrals.ts';

/** How much an association has in hand. */
export const ReferralLoad = z.strictObject({
  /** With it and not over. */
  open: z.int(),
  dueThisMonth: z.int(),
  acceptedLast30Days: z.int(),
  /** From being referred to being accepted, over the last year; null where it accepted none. */
  medianDaysToAccept: z.number().nullable(),
});
export type ReferralLoad = z.infer<typeof ReferralLoad>;

const OpenCounts = z.record(z.enum(OPEN_REFERRAL_STATUSES), z.int());

export const readReferralLoad = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId/referrals/load',
  summary: 'What an association has in hand, and what came of it so far',
  access: 'referral:read',
  params: z.strictObject({ associationId: Uuid }),
  response: ReferralLoad.extend({
    byStatus: z.record(ReferralStatus, z.int()),
    byOutcome: z.record(ReferralOutcome, z.int()),
    /** It sent back. */
    declined: z.int(),
    missedLastMonth: z.int(),
    /** Given as money in the last twelve months. */
    amountSyp: z.int(),
  }),
});

export const readReferralSummary = endpoint({
  method: 'get',
  path: '/api/v1/referrals/summary',
  summary:
    'How many open referrals lie where: all that the one who asks may see, and those in their own hands',
  access: 'referral:read',
  response: z.strictObject({
    all: OpenCounts,
    /** Of a caseworker; zeros for others. */
    mine: OpenCounts,
    /** The present month of monthly aid, and the one before. */
    dueThisMonth: z.int(),
    givenThisMonth: z.int(),
    missedLastMonth: z.int(),
  }),
});

/** What became of a referral, for counting. */
export const ReferralResult = z.enum(['open', ...ReferralOutcome.options, 'withdrawn']);
export type ReferralResult = z.infer<typeof ReferralResult>;

const Medians = z.strictObject({
  medianDaysToAccept: z.number().nullable(),
  /** From registration to the end, of those that were closed. */
  medianDaysToClose: z.number().nullable(),
});

/** Results of cases that are over: what a table of past figures can tell. */
export const PastReferralResult = ReferralResult.exclude(['open']);
export type PastReferralResult = z.infer<typeof PastReferralResult>;

/** Counts by the month in which a referral was registered; they stay when the person is erased. */
export const ReferralFigures = z.strictObject({
  from: Month,
  to: Month,
  cells: z.array(
    z.strictObject({
      month: Month,
      kind: AidKind,
      cadence: AidCadence,
      result: ReferralResult,
      count: z.int(),
    }),
  ),
  /** So many of those counted come from tables of before this system. */
  pastCount: z.int(),
  /** The same by place; for one kind or result of a place, ask for that alone. */
  governorates: z.array(
    z.strictObject({ governorateCode: GovernorateCode, result: ReferralResult, count: z.int() }),
  ),
  medians: Medians,
  /** All six kinds of aid. `helpCount` and `amountSyp`: of help given in these months. */
  offers: z.array(
    Medians.extend({ kind: AidKind, cadence: AidCadence, helpCount: z.int(), amountSyp: z.int() }),
  ),
  /** Months of monthly aid. */
  dues: z.array(z.strictObject({ month: Month, due: z.int(), given: z.int(), missed: z.int() })),
});
export type ReferralFigures = z.infer<typeof ReferralFigures>;

/** Without months: the present one and the eleven before it. At most 120. */
export const readReferralFigures = endpoint({
  method: 'get',
  path: '/api/v1/referrals/figures',
  summary: 'Referrals counted by month, governorate, kind and result',
  access: 'referral:figures',
  query: z.strictObject({
    from: Month.optional(),
    to: Month.optional(),
    kind: AidKind.optional(),
    cadence: AidCadence.optional(),
    governorateCode: GovernorateCode.optional(),
    associationId: Uuid.optional(),
  }),
  response: ReferralFigures,
});
