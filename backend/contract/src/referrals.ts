import { z } from 'zod';
import { AidCadence, AidKind } from './aid.ts';
import { toLatinDigits } from './digits.ts';
import { defineLifecycle } from './lifecycle.ts';
import { LIMITS } from './limits.ts';
import { Month } from './months.ts';
import { Priority } from './needs.ts';
import { Day, Instant, Name, NamedRef, Note, Phone, Reason, Uuid } from './primitives.ts';
import { GovernorateCode, ItemRef } from './reference.ts';

/**
 * A citizen’s request on its way to an association. `recall` takes a case back that an association leaves lying; what
 * was declined or recalled is in the caseworker’s hands again.
 */
export const referralLifecycle = defineLifecycle({
  opened: { refer: 'referred', withdraw: 'withdrawn' },
  referred: { accept: 'accepted', decline: 'declined', recall: 'opened', withdraw: 'withdrawn' },
  declined: { refer: 'referred', withdraw: 'withdrawn' },
  accepted: { help: 'in_progress', close: 'closed', recall: 'opened', withdraw: 'withdrawn' },
  in_progress: { help: 'in_progress', close: 'closed', recall: 'opened', withdraw: 'withdrawn' },
  closed: {},
  withdrawn: {},
});
export const ReferralStatus = z.enum(referralLifecycle.states);
export type ReferralStatus = z.infer<typeof ReferralStatus>;
export type ReferralCommand = (typeof referralLifecycle.commands)[number];

/** Whose each command is: of the caseworker who has the case, or of the association it is with. */
export const REFERRAL_COMMANDS = {
  refer: 'caseworker',
  recall: 'caseworker',
  withdraw: 'caseworker',
  accept: 'association',
  decline: 'association',
  help: 'association',
  close: 'association',
} as const satisfies Record<ReferralCommand, 'caseworker' | 'association'>;

/** States in which an association has the case and answers for it. */
export const WITH_ASSOCIATION = ['referred', 'accepted', 'in_progress'] as const;
export const OPEN_REFERRAL_STATUSES = ['opened', 'declined', ...WITH_ASSOCIATION] as const;

export const ReferralOutcome = z.enum(['helped', 'not_entitled', 'unreachable', 'other']);
export type ReferralOutcome = z.infer<typeof ReferralOutcome>;

export const DeclineReason = z.enum([
  'no_capacity',
  'other_aid',
  'other_place',
  'not_entitled',
  'helped_already',
  'other',
]);
export type DeclineReason = z.infer<typeof DeclineReason>;

/** `lapsed`: nobody touched it for as long as cases are kept; the server itself says so. */
export const WithdrawalReason = z.enum([
  'citizen_withdrew',
  'consent_withdrawn',
  'no_association',
  'entered_in_error',
  'other',
  'lapsed',
]);
export type WithdrawalReason = z.infer<typeof WithdrawalReason>;

/** What stands in a referral’s history. */
export const ReferralStepKind = z.enum([
  'register',
  ...referralLifecycle.commands,
  'reassign',
  'correct',
  'erase',
]);
export type ReferralStepKind = z.infer<typeof ReferralStepKind>;

/** How far the citizen’s data are open to the one who asks: not at all, the request alone, or all of them. */
export const PersonAccess = z.enum(['none', 'request', 'full']);
export type PersonAccess = z.infer<typeof PersonAccess>;

export const LegalBasisKind = z.enum(['consent', 'legal_obligation', 'vital_interest']);
export type LegalBasisKind = z.infer<typeof LegalBasisKind>;
export const ConsentForm = z.enum(['signed', 'spoken']);
export type ConsentForm = z.infer<typeof ConsentForm>;

/** Why the directorate may keep a citizen’s data at all: consent, or a basis that must be explained. */
export const LegalBasis = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('consent'),
    form: ConsentForm,
    givenAt: Instant,
    note: Note.default(''),
  }),
  z.strictObject({ kind: z.enum(['legal_obligation', 'vital_interest']), note: Reason }),
]);
export type LegalBasis = z.infer<typeof LegalBasis>;

/**
 * As people write it: spaces and hyphens between, Arabic digits or Latin ones. It never leaves the server again; kept
 * are a keyed hash and the last three digits.
 */
export const NationalId = z
  .string()
  .max(60)
  .transform((text) => toLatinDigits(text).replace(/[\s\u200e\u200f-]/g, ''))
  .pipe(z.string().regex(/^\d{11}$/));

export const HouseholdSize = z.int().min(1).max(LIMITS.householdMax);

/** What is asked of a citizen, and no more. */
export const personFields = {
  fullName: Name,
  phone: Phone,
  /** What they ask for, in the caseworker’s words: all that an association reads before it accepts. */
  request: Reason,
};

/** The case without the person. Nothing in it was typed as text. */
export const Referral = z.strictObject({
  id: Uuid,
  code: z.string(),
  kind: AidKind,
  cadence: AidCadence,
  priority: Priority,
  governorateCode: GovernorateCode,
  householdSize: z.int().nullable(),
  status: ReferralStatus,
  /** Of a closed one. */
  outcome: ReferralOutcome.nullable(),
  /** Of one that lies declined, or that the asking association declined. */
  declineReason: DeclineReason.nullable(),
  withdrawalReason: WithdrawalReason.nullable(),
  /** Whom it is with; for an association that declined it, that association. */
  association: NamedRef.nullable(),
  /** Null for an association that declined. */
  caseworker: z.strictObject({ id: Uuid, name: z.string() }).nullable(),
  basis: z.strictObject({
    kind: LegalBasisKind,
    form: ConsentForm.nullable(),
    givenAt: Instant.nullable(),
  }),
  /** Registered although the check found the citizen. */
  isRepeated: z.boolean(),
  openedAt: Instant,
  referredAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  /** When it was closed or withdrawn. */
  endedAt: Instant.nullable(),
  erasedAt: Instant.nullable(),
  lastHelpOn: Day.nullable(),
  /** What GET …/person answers the one who asks. */
  personAccess: PersonAccess,
  /** Commands that are open to the one who asks. */
  commands: z.array(z.enum(referralLifecycle.commands)),
  version: z.int(),
});
export type Referral = z.infer<typeof Referral>;

export const ReferralStep = z.strictObject({
  id: z.int(),
  at: Instant,
  kind: ReferralStepKind,
  /** Null for the server itself. */
  actorName: z.string().nullable(),
  from: ReferralStatus.nullable(),
  to: ReferralStatus,
  /** Whom it was with. */
  association: NamedRef.nullable(),
  /** A decline’s or withdrawal’s reason, or a closing’s outcome. */
  reason: z.union([DeclineReason, WithdrawalReason, ReferralOutcome]).nullable(),
});
export type ReferralStep = z.infer<typeof ReferralStep>;

export const ReferralHelp = z.strictObject({
  id: Uuid,
  givenOn: Day,
  /** The month it settles; only monthly aid has one. */
  forMonth: Month.nullable(),
  amountSyp: z.int().nullable(),
  /** A line without an item is described in words, which GET …/person tells. */
  lines: z.array(z.strictObject({ item: ItemRef.nullable(), quantity: z.int() })),
  association: NamedRef,
  recordedAt: Instant,
  recordedByName: z.string(),
});
export type ReferralHelp = z.infer<typeof ReferralHelp>;

export const DueStatus = z.enum(['due', 'given', 'missed']);
export type DueStatus = z.infer<typeof DueStatus>;

/** A month’s aid that an association owes. */
export const ReferralDue = z.strictObject({ month: Month, status: DueStatus, association: NamedRef });
export type ReferralDue = z.infer<typeof ReferralDue>;

export const ReferralFile = z.strictObject({
  referral: Referral,
  /** Oldest first; an association reads those of its own time with the case. */
  steps: z.array(ReferralStep),
  help: z.array(ReferralHelp),
  dues: z.array(ReferralDue),
});
export type ReferralFile = z.infer<typeof ReferralFile>;

/** The citizen’s data, and all that people wrote about the case. Each reading is recorded. */
export const ReferralPerson = z.strictObject({
  access: PersonAccess.exclude(['none']),
  /** Null at `request`. */
  fullName: z.string().nullable(),
  phone: z.string().nullable(),
  /** To check a paper at the counter. */
  nationalIdTail: z.string().nullable(),
  request: z.string(),
  /** Only for the caseworker. */
  basisNote: z.string(),
  /** What was written with steps of the history; those with nothing written are left out. */
  notes: z.array(z.strictObject({ stepId: z.int(), note: z.string() })),
  /** What was written with help; a line’s description is empty where it names an item. */
  help: z.array(z.strictObject({ helpId: Uuid, note: z.string(), descriptions: z.array(z.string()) })),
});
export type ReferralPerson = z.infer<typeof ReferralPerson>;
