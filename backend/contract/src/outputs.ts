import { z } from 'zod';
import { CampaignParams } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import {
  Day,
  Instant,
  NamedRef,
  Note,
  PageQuery,
  pageOf,
  Quantity,
  QuantityOrZero,
  Uuid,
} from './primitives.ts';
import { GovernorateCode } from './reference.ts';

/** What an initiative gives out, counted in pieces of its own: a meal, a basket, a set of clothes, a gift, a grant. */
export const OUTPUT_KINDS = ['meals', 'food_baskets', 'clothing', 'gifts', 'cash_grants'] as const;
export const OutputKind = z.enum(OUTPUT_KINDS);
export type OutputKind = z.infer<typeof OutputKind>;

/**
 * People and households are those counted on that day for that kind at that place. Nobody is known by name, so who
 * comes again the next day is counted again: a sum over days or kinds says how many times people were reached, never
 * how many different people.
 */
const counts = {
  quantity: QuantityOrZero,
  people: QuantityOrZero,
  /** Null where nobody counted by household. */
  households: QuantityOrZero.nullable(),
};

/** One association, one day, one governorate, one kind: entered once and then corrected, to nothing if need be. */
export const Output = z.strictObject({
  id: Uuid,
  campaignId: Uuid,
  association: NamedRef,
  day: Day,
  governorateCode: GovernorateCode,
  kind: OutputKind,
  ...counts,
  note: z.string(),
  /** Of the newest entry. */
  recordedAt: Instant,
  recordedByName: z.string(),
  version: z.int(),
});
export type Output = z.infer<typeof Output>;

/** What was entered, and what each correction made of it. */
export const OutputStep = z.strictObject({
  id: z.int(),
  at: Instant,
  actorName: z.string(),
  ...counts,
  reason: z.string(),
});
export type OutputStep = z.infer<typeof OutputStep>;

type Counts = { quantity: number; people: number; households: number | null };

/** Every household has somebody in it, and what reached nobody was not given out. */
export function countsFit({ quantity, people, households }: Counts): boolean {
  return (households ?? 0) <= people && (quantity === 0) === (people === 0);
}
const fitting = { path: ['people'], params: { code: 'counts_do_not_fit' } };

export const listOutputs = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/outputs',
  summary: 'What was given out, newest day first; an association sees its own',
  access: 'output:read',
  params: CampaignParams,
  query: PageQuery.extend({
    associationId: Uuid.optional(),
    governorateCode: GovernorateCode.optional(),
    kind: OutputKind.optional(),
    day: Day.optional(),
  }),
  response: pageOf(Output),
});

/** Staff say for whom they enter it; an association’s user must leave it out. */
export const recordOutput = endpoint({
  method: 'post',
  path: '/api/v1/campaigns/:campaignId/outputs',
  summary: 'Record what an association gave out on one day in one governorate',
  access: 'output:record',
  params: CampaignParams,
  body: z
    .strictObject({
      associationId: Uuid.optional(),
      day: Day,
      governorateCode: GovernorateCode,
      kind: OutputKind,
      quantity: Quantity,
      people: Quantity,
      households: counts.households,
      note: Note.default(''),
    })
    .refine(countsFit, fitting),
  success: 201,
  response: Output,
});

const OutputParams = z.strictObject({ outputId: Uuid });

export const readOutput = endpoint({
  method: 'get',
  path: '/api/v1/outputs/:outputId',
  summary: 'One entry with all its corrections, newest first',
  access: 'output:read',
  params: OutputParams,
  response: z.strictObject({ output: Output, steps: z.array(OutputStep) }),
});

/** An entry made by mistake is corrected to nothing: zero of everything. */
export const correctOutput = endpoint({
  method: 'patch',
  path: '/api/v1/outputs/:outputId',
  summary: 'Correct what was recorded',
  access: 'output:record',
  params: OutputParams,
  body: z
    .strictObject({ ...counts, note: Note, reason: Note.default('') })
    .refine(countsFit, fitting)
    .refine((it) => it.quantity > 0 || it.reason !== '', {
      path: ['reason'],
      params: { code: 'reason_required' },
    }),
  versioned: true,
  response: Output,
});

/** Sums of what was counted; people and households by the times they were reached. */
const sums = { kind: OutputKind, quantity: z.int(), people: z.int(), households: z.int() };

export const OutputSum = z.strictObject(sums);
export type OutputSum = z.infer<typeof OutputSum>;

/**
 * The whole campaign’s figures, and the same by who gave, where and when. An association sees those apart for itself
 * alone: what others gave it knows only as the campaign’s total.
 */
export const OutputTotals = z.strictObject({
  /** Of the whole campaign, by kind; kinds of which there is nothing are left out. */
  byKind: z.array(OutputSum),
  /**
   * The most people reached with one kind on one day, in the whole campaign. Nobody is counted twice there, so at
   * least so many different people were reached.
   */
  peopleAtOnce: z.int(),
  /** Days with an entry, associations that gave, and governorates reached; of the whole campaign. */
  dayCount: z.int(),
  associationCount: z.int(),
  governorateCount: z.int(),
  byAssociation: z.array(z.strictObject({ association: NamedRef, ...sums })),
  byGovernorate: z.array(z.strictObject({ governorateCode: GovernorateCode, ...sums })),
  /** Oldest first. */
  byDay: z.array(z.strictObject({ day: Day, ...sums })),
  asOf: Instant,
});
export type OutputTotals = z.infer<typeof OutputTotals>;

export const readOutputTotals = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/outputs/totals',
  summary: 'The totals of an initiative, and by association, governorate and day',
  access: 'output:read',
  params: CampaignParams,
  response: OutputTotals,
});
