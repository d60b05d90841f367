import { z } from 'zod';
import { addDays } from './days.ts';
import { DocumentIds, DocumentRef } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { defineLifecycle } from './lifecycle.ts';
import { Month } from './months.ts';
import { ObligationPeriod, ObligationType } from './obligation-types.ts';
import { Day, Instant, NamedRef, Note, PageQuery, pageOf, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';

/** `waive` is an official's: this association need not bring it this time. */
export const obligationLifecycle = defineLifecycle({
  due: { submit: 'submitted', waive: 'waived' },
  submitted: { accept: 'accepted', return: 'returned' },
  returned: { submit: 'submitted', waive: 'waived' },
  accepted: {},
  waived: {},
});
export const ObligationState = z.enum(obligationLifecycle.states);
export type ObligationState = z.infer<typeof ObligationState>;

/** States in which it is the association's turn. */
export const OPEN_OBLIGATION_STATES = obligationLifecycle.states.filter(
  (state) => obligationLifecycle.next(state, 'submit') !== undefined,
);

/** So long before its day the next obligation of an association is there to be seen. */
export const OPEN_AHEAD_DAYS = 120;
/** When an association is reminded: days after the due day, before it where negative; in order. */
export const REMINDER_OFFSETS_DAYS = [-30, -7, 0, 7, 30] as const;
const SOON_DAYS = 30;

/** How an obligation stands on a day: derived, and never stored. */
export const ObligationStanding = z.enum(['later', 'soon', 'grace', 'overdue', 'in_review', 'settled']);
export type ObligationStanding = z.infer<typeof ObligationStanding>;

type Dated = {
  readonly state: ObligationState;
  readonly dueOn: string;
  readonly overdueFrom: string;
};

/** `today` in Damascus. */
export function standingOf({ state, dueOn, overdueFrom }: Dated, today: string): ObligationStanding {
  if (state === 'submitted') return 'in_review';
  if (!OPEN_OBLIGATION_STATES.includes(state)) return 'settled';
  if (today >= overdueFrom) return 'overdue';
  if (today > dueOn) return 'grace';
  return dueOn <= soonUntil(today) ? 'soon' : 'later';
}

export function soonUntil(today: string): string {
  return addDays(today, SOON_DAYS);
}

const obligationFields = {
  id: Uuid,
  association: NamedRef.extend({ governorateCode: GovernorateCode }),
  type: ObligationType.pick({
    id: true,
    key: true,
    nameAr: true,
    nameEn: true,
    documentsAr: true,
    documentsEn: true,
    blocksPledges: true,
  }),
  period: ObligationPeriod,
  dueOn: Day,
  /** The first day on which it counts as overdue. */
  overdueFrom: Day,
  state: ObligationState,
  standing: ObligationStanding,
  /** When it was last handed in. */
  submittedAt: Instant.nullable(),
};

export const Obligation = z.strictObject(obligationFields);
export type Obligation = z.infer<typeof Obligation>;

export const ObligationStep = z.strictObject({
  at: Instant,
  actorName: z.string(),
  command: z.enum(obligationLifecycle.commands),
  fromState: ObligationState,
  toState: ObligationState,
  note: z.string(),
  documents: z.array(DocumentRef),
});
export type ObligationStep = z.infer<typeof ObligationStep>;

export const ObligationFile = z.strictObject({
  obligation: Obligation,
  /** When it was asked for, and by whom; null where its rule did. */
  openedAt: Instant,
  openedByName: z.string().nullable(),
  /** Oldest first. */
  steps: z.array(ObligationStep),
  /** How many steps those are: who decides says what they had before them. */
  version: z.int(),
  reminders: z.array(z.strictObject({ offsetDays: z.int(), sentAt: Instant })),
});
export type ObligationFile = z.infer<typeof ObligationFile>;

/** Which obligations are meant; an association means its own whatever it says. */
export const ObligationFilter = z.strictObject({
  associationId: Uuid.optional(),
  typeId: Uuid.optional(),
  governorateCode: GovernorateCode.optional(),
  state: ObligationState.optional(),
  standing: ObligationStanding.optional(),
  /** Only what is still to be handed in. */
  open: z.literal('yes').optional(),
  /** Due on these days or between them. */
  from: Day.optional(),
  to: Day.optional(),
});
export type ObligationFilter = z.infer<typeof ObligationFilter>;

export const listObligations = endpoint({
  method: 'get',
  path: '/api/v1/obligations',
  summary: 'Obligations by their due day; an association sees its own',
  access: 'obligation:read',
  query: ObligationFilter.extend({
    ...PageQuery.shape,
    order: z.enum(['earliest', 'latest']).default('earliest'),
  }),
  response: pageOf(Obligation),
});

export const ObligationCounts = z.strictObject({
  overdue: z.int(),
  /** Still to be handed in, by the end of this week (Friday) and of this month. */
  thisWeek: z.int(),
  thisMonth: z.int(),
  inReview: z.int(),
  returned: z.int(),
});
export type ObligationCounts = z.infer<typeof ObligationCounts>;

const ScopeFilter = ObligationFilter.pick({ associationId: true, typeId: true, governorateCode: true });

export const countObligations = endpoint({
  method: 'get',
  path: '/api/v1/obligations/counts',
  summary: 'How many obligations are overdue, due soon, and waiting for review',
  access: 'obligation:read',
  query: ScopeFilter,
  response: ObligationCounts,
});

export const ObligationDay = z.strictObject({
  day: Day,
  overdue: z.int(),
  /** Not handed in, and not overdue yet. */
  open: z.int(),
  inReview: z.int(),
  settled: z.int(),
});
export type ObligationDay = z.infer<typeof ObligationDay>;

export const readObligationMonth = endpoint({
  method: 'get',
  path: '/api/v1/obligations/months/:month',
  summary: 'What falls due on each day of a month; days on which nothing does are left out',
  access: 'obligation:read',
  params: z.strictObject({ month: Month }),
  query: ScopeFilter,
  response: z.array(ObligationDay),
});

export const downloadObligationCalendar = endpoint({
  method: 'get',
  path: '/api/v1/obligations/calendar.ics',
  summary: 'What is still due, for any calendar program (iCalendar)',
  access: 'obligation:read',
  query: ScopeFilter.extend({ language: z.enum(['ar', 'en']).default('ar') }),
  responseType: 'file',
  mediaTypes: ['text/calendar'],
});

const ObligationParams = z.strictObject({ obligationId: Uuid });

export const readObligation = endpoint({
  method: 'get',
  path: '/api/v1/obligations/:obligationId',
  summary: 'One obligation with all that happened to it',
  access: 'obligation:read',
  params: ObligationParams,
  response: ObligationFile,
});

/** What no rule asks for by itself. */
export const openObligation = endpoint({
  method: 'post',
  path: '/api/v1/associations/:associationId/obligations',
  summary: 'Ask one association for something',
  access: 'obligation:review',
  params: z.strictObject({ associationId: Uuid }),
  body: z.strictObject({ typeId: Uuid, period: ObligationPeriod, dueOn: Day }),
  success: 201,
  response: ObligationFile,
});

export const submitObligation = endpoint({
  method: 'post',
  path: '/api/v1/obligations/:obligationId/submission',
  summary: 'Hand in what is due, with its documents',
  access: 'obligation:submit',
  params: ObligationParams,
  body: z
    .strictObject({ note: Note.default(''), documentIds: DocumentIds })
    .refine(({ documentIds }) => documentIds.length > 0, {
      path: ['documentIds'],
      params: { code: 'required' },
    }),
  response: ObligationFile,
});

export const reviewObligation = endpoint({
  method: 'post',
  path: '/api/v1/obligations/:obligationId/review',
  summary: 'Accept what was handed in, return it with a reason, or waive the obligation with one',
  access: 'obligation:review',
  params: ObligationParams,
  body: z
    .strictObject({ command: z.enum(['accept', 'return', 'waive']), reason: Note.default('') })
    .refine(({ command, reason }) => command === 'accept' || reason !== '', {
      path: ['reason'],
      params: { code: 'reason_required' },
    }),
  versioned: true,
  response: ObligationFile,
});
