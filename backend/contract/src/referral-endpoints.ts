import { z } from 'zod';
import { AidCadence, AidKind } from './aid.ts';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Month } from './months.ts';
import { Priority } from './needs.ts';
import { Day, NamedRef, Note, PageQuery, pageOf, Quantity, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';
import { ReferralLoad } from './referral-figures.ts';
import {
  DeclineReason,
  DueStatus,
  HouseholdSize,
  LegalBasis,
  NationalId,
  personFields,
  Referral,
  ReferralDue,
  ReferralFile,
  ReferralOutcome,
  ReferralPerson,
  ReferralStatus,
  WithdrawalReason,
} from './referrals.ts';

const ReferralParams = z.strictObject({ referralId: Uuid });

export const listReferrals = endpoint({
  method: 'get',
  path: '/api/v1/referrals',
  summary:
    'Referrals without the person, newest first; an association sees those with it, or that it declined',
  access: 'referral:read',
  query: PageQuery.extend({
    /** For an association, `declined` lists what it declined itself. */
    status: ReferralStatus.optional(),
    /** All that are not over. */
    open: z.literal('yes').optional(),
    /** Those in the asking caseworker’s hands. */
    mine: z.literal('yes').optional(),
    kind: AidKind.optional(),
    cadence: AidCadence.optional(),
    priority: z.coerce.number().pipe(Priority).optional(),
    governorateCode: GovernorateCode.optional(),
    associationId: Uuid.optional(),
    /** Of a referral: `RF-2026-0042`. */
    code: z.string().max(20).optional(),
  }),
  response: pageOf(Referral),
});

export const readReferral = endpoint({
  method: 'get',
  path: '/api/v1/referrals/:referralId',
  summary: 'One referral with its history, help and months, without the person',
  access: 'referral:read',
  params: ReferralParams,
  response: ReferralFile,
});

/** Answers to no more than the caseworker who has the case, and the association it is with. */
export const readReferralPerson = endpoint({
  method: 'get',
  path: '/api/v1/referrals/:referralId/person',
  summary:
    'The citizen’s data; before it accepts, an association reads the request alone. Every reading is recorded',
  access: 'referral:person',
  params: ReferralParams,
  response: ReferralPerson,
});

export const checkDuplicates = endpoint({
  method: 'post',
  path: '/api/v1/referrals/duplicate-check',
  summary: 'Whether this citizen has such a case already; never by whom or where',
  access: 'referral:register',
  // A kept request could be guessed by trying numbers.
  idempotent: false,
  body: z.strictObject({ nationalId: NationalId, kind: AidKind, cadence: AidCadence }),
  response: z.strictObject({
    /** An open case of this kind and cadence exists. */
    hasOpenCase: z.boolean(),
    /** Help of this kind was given within `LIMITS.helpedRecentlyDays`. */
    wasHelpedRecently: z.boolean(),
    /** The open case, where it is in the asking caseworker’s own hands. */
    ownReferralId: Uuid.nullable(),
  }),
});

/**
 * `referralId` is made by the client: sent twice, it is one referral. A citizen whom the check finds is registered
 * again only with a reason: 409 `referral_duplicate` without one.
 */
export const registerReferral = endpoint({
  method: 'post',
  path: '/api/v1/referrals',
  summary: 'Register a citizen’s request; the answer does not carry the person',
  access: 'referral:register',
  // As for the check: nothing is made of the request that could be guessed.
  idempotent: false,
  body: z.strictObject({
    referralId: Uuid,
    kind: AidKind,
    cadence: AidCadence,
    priority: Priority,
    governorateCode: GovernorateCode,
    householdSize: HouseholdSize.nullable(),
    basis: LegalBasis,
    person: z.strictObject({
      ...personFields,
      /** Null for those who have none: then nothing can be checked. */
      nationalId: NationalId.nullable(),
    }),
    duplicateReason: Note.default(''),
  }),
  success: 201,
  response: Referral,
});

export const correctReferral = endpoint({
  method: 'patch',
  path: '/api/v1/referrals/:referralId',
  summary: 'Correct what was registered, while the case is open',
  access: 'referral:register',
  params: ReferralParams,
  body: z
    .strictObject({
      priority: Priority,
      governorateCode: GovernorateCode,
      householdSize: HouseholdSize.nullable(),
      person: z.strictObject({ ...personFields, nationalId: NationalId.nullable() }).partial(),
    })
    .partial(),
  versioned: true,
  response: Referral,
});

export const suggestAssociations = endpoint({
  method: 'get',
  path: '/api/v1/referrals/:referralId/suggestions',
  summary: 'Declared associations that give this aid in this governorate, the least loaded first',
  access: 'referral:register',
  params: ReferralParams,
  response: z.array(
    z.strictObject({
      association: NamedRef,
      load: ReferralLoad,
      /** It declined this very case before. */
      hasDeclined: z.boolean(),
    }),
  ),
});

/** To one of the suggested associations. */
export const referReferral = endpoint({
  method: 'post',
  path: '/api/v1/referrals/:referralId/assignment',
  summary: 'Refer the citizen to an association; a case that was declined, to another',
  access: 'referral:register',
  params: ReferralParams,
  body: z.strictObject({ associationId: Uuid, note: Note.default('') }),
  response: Referral,
});

export const recallReferral = endpoint({
  method: 'post',
  path: '/api/v1/referrals/:referralId/recall',
  summary: 'Take the case back from its association',
  access: 'referral:register',
  params: ReferralParams,
  body: z.strictObject({ note: Note.default('') }),
  response: Referral,
});

const OTHER_EXPLAINED = { path: ['note'], params: { code: 'reason_required' } };

export const withdrawReferral = endpoint({
  method: 'post',
  path: '/api/v1/referrals/:referralId/withdrawal',
  summary: 'End a case that will not be helped on this way',
  access: 'referral:register',
  params: ReferralParams,
  body: z
    .strictObject({ reason: WithdrawalReason.exclude(['lapsed']), note: Note.default('') })
    .refine((it) => it.reason !== 'other' || it.note !== '', OTHER_EXPLAINED),
  response: Referral,
});

export const eraseReferral = endpoint({
  method: 'post',
  path: '/api/v1/referrals/:referralId/erasure',
  summary: 'Consent was withdrawn: withdraws the case if it is open, and erases the person at once',
  access: 'referral:register',
  params: ReferralParams,
  response: Referral,
});

export const acceptReferral = endpoint({
  method: 'post',
  path: '/api/v1/referrals/:referralId/acceptance',
  summary: 'The association takes the case on',
  access: 'referral:answer',
  params: ReferralParams,
  body: z.strictObject({ note: Note.default('') }),
  response: Referral,
});

export const declineReferral = endpoint({
  method: 'post',
  path: '/api/v1/referrals/:referralId/refusal',
  summary: 'The association declines; the case is in the caseworker’s hands again',
  access: 'referral:answer',
  params: ReferralParams,
  body: z
    .strictObject({ reason: DeclineReason, note: Note.default('') })
    .refine((it) => it.reason !== 'other' || it.note !== '', OTHER_EXPLAINED),
  response: Referral,
});

const HelpLine = z
  .strictObject({ itemId: Uuid.nullable(), description: Note.default(''), quantity: Quantity })
  .refine((it) => (it.itemId === null) === (it.description !== ''), {
    path: ['description'],
    params: { code: 'required' },
  });

/** `helpId` is made by the client: sent twice, it is help given once. Cash is an amount; other aid either, or both. */
export const recordHelp = endpoint({
  method: 'post',
  path: '/api/v1/referrals/:referralId/help',
  summary: 'Record help that was given; of monthly aid it settles its month',
  access: 'referral:answer',
  params: ReferralParams,
  body: z
    .strictObject({
      helpId: Uuid,
      givenOn: Day,
      /** Due for monthly aid, and only there. */
      forMonth: Month.nullable(),
      amountSyp: z.int().min(1).max(LIMITS.helpSypMax).nullable(),
      lines: z.array(HelpLine).max(LIMITS.helpLines).default([]),
      note: Note.default(''),
    })
    .refine((it) => it.amountSyp !== null || it.lines.length > 0, {
      path: ['amountSyp'],
      params: { code: 'required' },
    }),
  success: 201,
  response: Referral,
});

/** `helped` only after help was recorded. */
export const closeReferral = endpoint({
  method: 'post',
  path: '/api/v1/referrals/:referralId/closure',
  summary: 'Close the case with its outcome',
  access: 'referral:answer',
  params: ReferralParams,
  body: z
    .strictObject({ outcome: ReferralOutcome, note: Note.default('') })
    .refine((it) => it.outcome !== 'other' || it.note !== '', OTHER_EXPLAINED),
  response: Referral,
});

export const listCaseworkers = endpoint({
  method: 'get',
  path: '/api/v1/referrals/caseworkers',
  summary: 'Officials to whom a case can be given',
  access: 'referral:reassign',
  response: z.array(z.strictObject({ id: Uuid, name: z.string() })),
});

export const reassignReferral = endpoint({
  method: 'post',
  path: '/api/v1/referrals/:referralId/reassignment',
  summary: 'Give the case to another caseworker, unread',
  access: 'referral:reassign',
  params: ReferralParams,
  body: z.strictObject({ caseworkerId: Uuid }),
  response: Referral,
});

export const listReferralDues = endpoint({
  method: 'get',
  path: '/api/v1/referrals/dues',
  summary: 'Months of monthly aid that associations owe, newest first; an association sees its own',
  access: 'referral:read',
  query: PageQuery.extend({
    month: Month.optional(),
    status: DueStatus.optional(),
    associationId: Uuid.optional(),
  }),
  response: pageOf(
    ReferralDue.extend({
      referralId: Uuid,
      code: z.string(),
      kind: AidKind,
      governorateCode: GovernorateCode,
    }),
  ),
});
