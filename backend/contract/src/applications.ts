import { z } from 'zod';
import {
  Address,
  AidOffers,
  AssociationKind,
  AssociationStatus,
  Sectors,
  ServedGovernorates,
} from './associations.ts';
import { BoardTerm, officeHeldTwice, termState } from './board.ts';
import { DocumentName, DocumentRef, DocumentType } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import {
  DecisionDay,
  Email,
  Instant,
  LatLng,
  Name,
  Note,
  PageQuery,
  pageOf,
  plainText,
  Uuid,
} from './primitives.ts';
import { GovernorateCode } from './reference.ts';
import { AssociationStep } from './registry.ts';

export const ApplicationDocumentKind = z.enum([
  'statutes',
  'founding_minutes',
  'founders',
  'premises',
  'other',
]);
export type ApplicationDocumentKind = z.infer<typeof ApplicationDocumentKind>;

/** What must be there before anything can be kept; the rest may come later. */
const particulars = {
  kind: AssociationKind,
  nameAr: Name,
  nameEn: Name,
  governorateCode: GovernorateCode,
  address: Address,
  seat: LatLng.nullable(),
  purpose: Note,
  sectors: Sectors,
  governorateCodes: ServedGovernorates,
  aid: AidOffers,
  /** The founders, as the first board. */
  board: z.array(BoardTerm).max(LIMITS.boardMax),
  contactName: Name,
  contactPhone: plainText(LIMITS.phoneMax),
  contactEmail: Email,
};

export const ApplicationParticulars = z.strictObject(particulars).superRefine((it, ctx) => {
  const second = officeHeldTwice(it.board);
  if (second === undefined) return;
  ctx.addIssue({ code: 'custom', path: ['board', second, 'position'], params: { code: 'position_taken' } });
});
export type ApplicationParticulars = z.infer<typeof ApplicationParticulars>;

export const ApplicationDocument = DocumentRef.extend({ kind: ApplicationDocumentKind, addedAt: Instant });
export type ApplicationDocument = z.infer<typeof ApplicationDocument>;

export const MissingForReview = z.enum([
  'no_purpose',
  'no_address',
  'no_seat',
  'no_sector',
  'no_governorate',
  'board_too_small',
  'no_chair',
  'no_secretary',
  'no_treasurer',
  'no_statutes_document',
  'no_founding_minutes_document',
  'no_premises_document',
]);
export type MissingForReview = z.infer<typeof MissingForReview>;

type Complete = Pick<
  ApplicationParticulars,
  'purpose' | 'address' | 'seat' | 'sectors' | 'governorateCodes' | 'board'
> & { documents: readonly Pick<ApplicationDocument, 'kind'>[] };

/** What an application still lacks before it can be reviewed; terms of the board that are over on `today` do not count. */
export function missingForReview(it: Complete, today: string): MissingForReview[] {
  const board = it.board.filter((term) => termState(term, today) !== 'ended');
  const has = (kind: ApplicationDocumentKind) => it.documents.some((document) => document.kind === kind);
  const holds = (position: BoardTerm['position']) => board.some((term) => term.position === position);
  const met: Record<MissingForReview, boolean> = {
    no_purpose: it.purpose !== '',
    no_address: it.address !== '',
    no_seat: it.seat !== null,
    no_sector: it.sectors.length > 0,
    no_governorate: it.governorateCodes.length > 0,
    board_too_small: new Set(board.map((term) => term.name)).size >= LIMITS.boardMin,
    no_chair: holds('chair'),
    no_secretary: holds('secretary'),
    no_treasurer: holds('treasurer'),
    no_statutes_document: has('statutes'),
    no_founding_minutes_document: has('founding_minutes'),
    no_premises_document: has('premises'),
  };
  return MissingForReview.options.filter((code) => !met[code]);
}

/** Where an application stands: whose turn it is while it is `applied`, and then what it became. */
export const ApplicationStage = z.enum([
  'draft',
  'submitted',
  'returned',
  'under_review',
  'refused',
  'declared',
]);
export type ApplicationStage = z.infer<typeof ApplicationStage>;

export const Application = z.strictObject({
  associationId: Uuid,
  /** Such as AP-2026-0012. */
  reference: z.string(),
  stage: ApplicationStage,
  status: AssociationStatus,
  appliedAt: Instant,
  /** When it was last handed in; null while that is the applicant’s turn. */
  submittedAt: Instant.nullable(),
  ...particulars,
  // As the association stands: once it is declared, its board and contacts change by other rules than an application's.
  board: z.array(BoardTerm),
  contactName: z.string(),
  contactPhone: z.string(),
  contactEmail: z.string(),
  documents: z.array(ApplicationDocument),
  missing: z.array(MissingForReview),
  /** Newest first; the applicant sees neither the officials’ names nor their papers. */
  steps: z.array(AssociationStep),
  declarationNumber: z.int().nullable(),
  declaredOn: DecisionDay.nullable(),
  version: z.int(),
});
export type Application = z.infer<typeof Application>;

export const makeApplication = endpoint({
  method: 'post',
  path: '/api/v1/applications',
  summary:
    'Apply for declaration; the answer carries the secret once, which with the reference opens the application',
  access: 'public',
  // A kept answer would hold the secret.
  idempotent: false,
  body: ApplicationParticulars,
  success: 201,
  response: z.strictObject({ secret: z.string(), application: Application }),
});

export const readOwnApplication = endpoint({
  method: 'get',
  path: '/api/v1/application',
  summary: 'The application that the key in `Application-Key` opens',
  access: 'applicant',
  response: Application,
});

export const updateOwnApplication = endpoint({
  method: 'put',
  path: '/api/v1/application',
  summary: 'Change the particulars, until the review begins and after it was returned',
  access: 'applicant',
  body: ApplicationParticulars,
  versioned: true,
  response: Application,
});

export const submitOwnApplication = endpoint({
  method: 'post',
  path: '/api/v1/application/submission',
  summary: 'Hand the application in, for the first time or after completing it',
  access: 'applicant',
  idempotent: false,
  response: Application,
});

export const addApplicationDocument = endpoint({
  method: 'post',
  path: '/api/v1/application/documents',
  summary: 'Add a PDF, JPEG or PNG to the application',
  access: 'applicant',
  query: z.strictObject({ name: DocumentName, kind: ApplicationDocumentKind }),
  bodyType: 'file',
  success: 201,
  idempotent: false,
  response: Application,
});

const DocumentParams = z.strictObject({ documentId: Uuid });

export const readApplicationDocument = endpoint({
  method: 'get',
  path: '/api/v1/application/documents/:documentId',
  summary: 'A document that the applicant sent, to be saved',
  access: 'applicant',
  params: DocumentParams,
  responseType: 'file',
  mediaTypes: DocumentType.options,
});

export const removeApplicationDocument = endpoint({
  method: 'delete',
  path: '/api/v1/application/documents/:documentId',
  summary: 'Take a document out of the application again',
  access: 'applicant',
  params: DocumentParams,
  success: 200,
  response: Application,
});

export const ApplicationSummary = Application.pick({
  associationId: true,
  reference: true,
  stage: true,
  kind: true,
  nameAr: true,
  nameEn: true,
  governorateCode: true,
  appliedAt: true,
  submittedAt: true,
});
export type ApplicationSummary = z.infer<typeof ApplicationSummary>;

export const listApplications = endpoint({
  method: 'get',
  path: '/api/v1/applications',
  summary: 'Applications, newest first: all that are open, or those of one stage',
  access: 'association:manage',
  query: PageQuery.extend({ stage: ApplicationStage.optional() }),
  response: pageOf(ApplicationSummary),
});

export const readApplication = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId/application',
  summary: 'What an association applied with, and what it still lacks',
  access: 'association:manage',
  params: z.strictObject({ associationId: Uuid }),
  response: Application,
});
