import { z } from 'zod';
import { DocumentIds, DocumentRef } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { defineLifecycle } from './lifecycle.ts';
import { Day, Instant, NamedRef, Note, PageQuery, pageOf, Reason, Uuid } from './primitives.ts';
import { FindingSeverity } from './visit-templates.ts';

/** The association answers with evidence; an official closes it, or opens it again and says why. */
export const findingLifecycle = defineLifecycle({
  open: { answer: 'answered' },
  answered: { close: 'closed', reopen: 'open' },
  closed: { reopen: 'open' },
});
export const FindingStatus = z.enum(findingLifecycle.states);
export type FindingStatus = z.infer<typeof FindingStatus>;
export const FindingCommand = z.enum(findingLifecycle.commands);
export type FindingCommand = z.infer<typeof FindingCommand>;

/** Days from the due date at which an association that has not answered is reminded. */
export const FINDING_REMINDER_DAYS = [-7, 0, 7] as const;

/** Something seen on a visit that has to be put right. */
export const Finding = z.strictObject({
  id: Uuid,
  visit: z.strictObject({ id: Uuid, code: z.string() }),
  association: NamedRef,
  /** The question whose answer raised it; null for what a visitor noted freely. */
  question: z.strictObject({ textAr: z.string(), textEn: z.string() }).nullable(),
  severity: FindingSeverity,
  /** What the visitor wrote; empty where the question says it all. */
  text: z.string(),
  dueOn: Day,
  status: FindingStatus,
  /** Still not answered after its due date. */
  isOverdue: z.boolean(),
  raisedAt: Instant,
  closedAt: Instant.nullable(),
  version: z.int(),
});
export type Finding = z.infer<typeof Finding>;

export const FindingStep = z.strictObject({
  at: Instant,
  byName: z.string(),
  command: FindingCommand,
  note: z.string(),
  documents: z.array(DocumentRef),
});
export type FindingStep = z.infer<typeof FindingStep>;

export const FindingWithSteps = Finding.extend({ steps: z.array(FindingStep) });
export type FindingWithSteps = z.infer<typeof FindingWithSteps>;

/** `pending`: open or answered. */
export const FindingState = z.enum(['pending', 'overdue', 'answered', 'closed', 'all']);
export type FindingState = z.infer<typeof FindingState>;

export const listFindings = endpoint({
  method: 'get',
  path: '/api/v1/findings',
  summary: 'Findings of finished visits, those due first; an association sees its own',
  access: 'visit:read',
  query: PageQuery.extend({
    state: FindingState.default('pending'),
    severity: FindingSeverity.optional(),
    associationId: Uuid.optional(),
  }),
  response: pageOf(Finding),
});

const FindingParams = z.strictObject({ findingId: Uuid });

export const readFinding = endpoint({
  method: 'get',
  path: '/api/v1/findings/:findingId',
  summary: 'One finding with what has been done about it',
  access: 'visit:read',
  params: FindingParams,
  response: FindingWithSteps,
});

export const updateFinding = endpoint({
  method: 'patch',
  path: '/api/v1/findings/:findingId',
  summary: 'Put a finding that is not closed in better words, or give it another date or severity',
  access: 'visit:manage',
  params: FindingParams,
  body: z.strictObject({ severity: FindingSeverity, text: Note, dueOn: Day }).partial(),
  versioned: true,
  response: FindingWithSteps,
});

export const answerFinding = endpoint({
  method: 'post',
  path: '/api/v1/findings/:findingId/answer',
  summary: 'Say how a finding was put right, with documents that show it',
  access: 'finding:answer',
  params: FindingParams,
  body: z.strictObject({ note: Reason, documentIds: DocumentIds }),
  response: FindingWithSteps,
});

export const closeFinding = endpoint({
  method: 'post',
  path: '/api/v1/findings/:findingId/close',
  summary: 'Accept what was handed in: the finding is put right',
  access: 'visit:manage',
  params: FindingParams,
  body: z.strictObject({ note: Note.default('') }),
  response: FindingWithSteps,
});

export const reopenFinding = endpoint({
  method: 'post',
  path: '/api/v1/findings/:findingId/reopen',
  summary: 'Say why a finding is not put right yet, and by when it shall be',
  access: 'visit:manage',
  params: FindingParams,
  body: z.strictObject({ reason: Reason, dueOn: Day }),
  response: FindingWithSteps,
});
