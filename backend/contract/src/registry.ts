import { z } from 'zod';
import { Sector } from './aid.ts';
import { Association, AssociationKind, AssociationStatus, associationLifecycle } from './associations.ts';
import { DocumentIds, DocumentRef } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { Day, DecisionDay, DecisionYear, Instant, Note, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';

/** Besides the lifecycle’s own: an applicant hands in, and an official enters what was declared on paper. */
export const AssociationStepCommand = z.enum(['submit', 'register', ...associationLifecycle.commands]);
export type AssociationStepCommand = z.infer<typeof AssociationStepCommand>;

/** One step in the life of an association. */
export const AssociationStep = z.strictObject({
  id: Uuid,
  at: Instant,
  /** The day of the decision on paper. */
  effectiveOn: DecisionDay,
  /** Null for the applicant. */
  actorName: z.string().nullable(),
  command: AssociationStepCommand,
  /** Null where an association was entered as declared. */
  from: AssociationStatus.nullable(),
  to: AssociationStatus,
  reason: z.string(),
  documents: z.array(DocumentRef),
});
export type AssociationStep = z.infer<typeof AssociationStep>;

const AssociationParams = z.strictObject({ associationId: Uuid });

export const listAssociationSteps = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId/steps',
  summary: 'What became of an association, newest first: who, when, why, on which paper',
  access: 'registry:read',
  params: AssociationParams,
  response: z.array(AssociationStep),
});

/** What each decision must bring. Declaring has an endpoint of its own. */
export const ASSOCIATION_DECISIONS = {
  review: { needsReason: false, needsDocument: false },
  return: { needsReason: true, needsDocument: false },
  refuse: { needsReason: true, needsDocument: true },
  suspend: { needsReason: true, needsDocument: false },
  reinstate: { needsReason: true, needsDocument: false },
  dissolve: { needsReason: true, needsDocument: true },
} as const satisfies Partial<
  Record<AssociationStepCommand, { needsReason: boolean; needsDocument: boolean }>
>;
export type AssociationDecision = keyof typeof ASSOCIATION_DECISIONS;

const decisions = Object.keys(ASSOCIATION_DECISIONS) as [AssociationDecision, ...AssociationDecision[]];

export const moveAssociation = endpoint({
  method: 'post',
  path: '/api/v1/associations/:associationId/steps',
  summary: 'Begin the review, return for completion, refuse, suspend, reinstate or dissolve',
  access: 'association:manage',
  params: AssociationParams,
  body: z
    .strictObject({
      command: z.enum(decisions),
      reason: Note.default(''),
      /** Today unless said otherwise. */
      effectiveOn: DecisionDay.nullable().default(null),
      documentIds: DocumentIds,
    })
    .refine((it) => !ASSOCIATION_DECISIONS[it.command].needsReason || it.reason !== '', {
      path: ['reason'],
      params: { code: 'reason_required' },
    })
    .refine((it) => !ASSOCIATION_DECISIONS[it.command].needsDocument || it.documentIds.length > 0, {
      path: ['documentIds'],
      params: { code: 'document_required' },
    }),
  response: Association,
});

export const declareAssociation = endpoint({
  method: 'post',
  path: '/api/v1/associations/:associationId/declaration',
  summary: 'Declare an association, and invite the applicant; the answer carries the invitation’s token once',
  access: 'association:manage',
  params: AssociationParams,
  body: z.strictObject({
    declarationNumber: z.int().min(1).max(1_000_000),
    declaredOn: Day,
    reason: Note.default(''),
    documentIds: DocumentIds.refine((ids) => ids.length > 0, { params: { code: 'document_required' } }),
    /** Whether the applicant is invited, by the application’s e-mail, to sign in for the association. */
    invites: z.boolean().default(false),
  }),
  // A repeated request must not show the token again.
  idempotent: false,
  response: z.strictObject({
    association: Association,
    invitation: z.strictObject({ email: z.string(), token: z.string(), expiresAt: Instant }).nullable(),
  }),
});

function counted<Key extends string, Schema extends z.ZodType>(key: Key, schema: Schema) {
  return z.array(
    z.strictObject({ [key]: schema, count: z.int() } as { [K in Key]: Schema } & { count: z.ZodInt }),
  );
}

/** Counts of declarations. Those that were suspended or dissolved since count in the year they were declared. */
export const RegistryFigures = z.strictObject({
  /** What the figures by month, kind, sector and governorate are of; null for all years. */
  year: z.int().nullable(),
  declared: z.int(),
  declaredThisYear: z.int(),
  /** All years from the first declaration to this one. */
  years: counted('year', z.int()),
  /** 1 to 12. */
  months: counted('month', z.int()),
  kinds: counted('kind', AssociationKind),
  /** An association may work in several. */
  sectors: counted('sector', Sector),
  /** Of the seat. */
  governorates: counted('governorateCode', GovernorateCode),
  /** As things stand now, of all years; applications that were never handed in do not count. */
  statuses: counted('status', AssociationStatus),
});
export type RegistryFigures = z.infer<typeof RegistryFigures>;

export const readRegistryFigures = endpoint({
  method: 'get',
  path: '/api/v1/registry',
  summary: 'The registry at a glance: declarations by year, month, kind, sector and governorate',
  access: 'association:manage',
  query: z.strictObject({ year: DecisionYear.optional() }),
  response: RegistryFigures,
});
