import { z } from 'zod';
import { DocumentRef } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { Finding } from './findings.ts';
import { defineLifecycle } from './lifecycle.ts';
import { LIMITS } from './limits.ts';
import { Day, Instant, LatLng, Name, NamedRef, PageQuery, pageOf, Reason, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';
import { FindingSeverity, VisitSection } from './visit-templates.ts';

export const visitLifecycle = defineLifecycle({
  planned: { start: 'in_progress', cancel: 'cancelled' },
  in_progress: { finish: 'finished', cancel: 'cancelled' },
  finished: {},
  cancelled: {},
});
export const VisitStatus = z.enum(visitLifecycle.states);
export type VisitStatus = z.infer<typeof VisitStatus>;
export const VisitCommand = z.enum(visitLifecycle.commands);
export type VisitCommand = z.infer<typeof VisitCommand>;

/** The worst that a finished visit found. */
export const VisitResult = z.enum(['clear', ...FindingSeverity.options]);
export type VisitResult = z.infer<typeof VisitResult>;

/** Where it is: the association’s seat, or another place on the map. */
export const VisitPlace = z.strictObject({
  kind: z.enum(['seat', 'point']),
  /** What a point is called; empty for the seat. */
  label: z.string(),
  at: LatLng,
  /** The seat is not on the map yet: its governorate’s city stands for it. */
  isApproximate: z.boolean(),
});
export type VisitPlace = z.infer<typeof VisitPlace>;

const PersonRef = z.strictObject({ id: Uuid, name: z.string() });
export type PersonRef = z.infer<typeof PersonRef>;

export const VisitSummary = z.strictObject({
  id: Uuid,
  code: z.string(),
  association: NamedRef,
  status: VisitStatus,
  plannedFor: Instant,
  purpose: z.string(),
  /** The association was told of it; of others it hears when they are finished. */
  isAnnounced: z.boolean(),
  place: VisitPlace,
  visitors: z.array(PersonRef),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** Null until it is finished. */
  result: VisitResult.nullable(),
  findingCount: z.int(),
  /** Of them, those not closed. */
  pendingCount: z.int(),
  version: z.int(),
});
export type VisitSummary = z.infer<typeof VisitSummary>;

/** The newest answer to a question, by the time it was made. */
export const VisitAnswer = z.strictObject({
  questionId: Uuid,
  /** Null where it was taken back, or only a note was made. */
  value: z.union([z.boolean(), z.number(), z.string()]).nullable(),
  note: z.string(),
  at: Instant,
  byName: z.string(),
});
export type VisitAnswer = z.infer<typeof VisitAnswer>;

export const VisitPhoto = z.strictObject({
  /** Made by the phone that took it. */
  id: Uuid,
  questionId: Uuid,
  at: Instant,
  byName: z.string(),
  document: DocumentRef,
});
export type VisitPhoto = z.infer<typeof VisitPhoto>;

/** What a visitor notes freely while the visit is under way; finishing makes findings of it. */
export const NotedFinding = z.strictObject({
  id: Uuid,
  severity: FindingSeverity,
  text: z.string(),
  dueOn: Day,
  at: Instant,
  byName: z.string(),
});
export type NotedFinding = z.infer<typeof NotedFinding>;

export const VisitStep = z.strictObject({
  at: Instant,
  byName: z.string(),
  command: VisitCommand,
  note: z.string(),
});
export type VisitStep = z.infer<typeof VisitStep>;

/**
 * A visit with all that was asked and answered. The association reads answers, pictures and findings once it is
 * finished.
 */
export const Visit = VisitSummary.extend({
  template: z.strictObject({ id: Uuid, version: z.int(), nameAr: z.string(), nameEn: z.string() }),
  sections: z.array(VisitSection),
  answers: z.array(VisitAnswer),
  photos: z.array(VisitPhoto),
  noted: z.array(NotedFinding),
  findings: z.array(Finding),
  steps: z.array(VisitStep),
  /** Whom to call at the association. */
  contactName: z.string(),
  contactPhone: z.string(),
});
export type Visit = z.infer<typeof Visit>;

/** `upcoming`: planned or under way, the next one first; the others newest first. */
export const VisitState = z.enum(['upcoming', 'finished', 'cancelled']);
export type VisitState = z.infer<typeof VisitState>;

export const listVisits = endpoint({
  method: 'get',
  path: '/api/v1/visits',
  summary: 'Visits; an association sees its finished ones and those announced to it',
  access: 'visit:read',
  query: PageQuery.extend({
    state: VisitState.default('upcoming'),
    associationId: Uuid.optional(),
    visitorId: Uuid.optional(),
    result: VisitResult.optional(),
    governorateCode: GovernorateCode.optional(),
  }),
  response: pageOf(VisitSummary),
});

const Point = z.strictObject({ label: Name, at: LatLng });
const visitorIds = z
  .array(Uuid)
  .min(1)
  .max(LIMITS.visitorsPerVisit)
  .refine((ids) => new Set(ids).size === ids.length, { params: { code: 'duplicate_lines' } });
const planFields = {
  templateId: Uuid,
  plannedFor: Instant,
  purpose: Reason,
  isAnnounced: z.boolean(),
  /** Null: at the seat. */
  point: Point.nullable(),
  visitorIds,
};

export const planVisit = endpoint({
  method: 'post',
  path: '/api/v1/visits',
  summary: 'Plan a visit with the newest version of a checklist',
  access: 'visit:manage',
  body: z.strictObject({ associationId: Uuid, ...planFields }),
  success: 201,
  response: Visit,
});

export const VisitParams = z.strictObject({ visitId: Uuid });

export const readVisit = endpoint({
  method: 'get',
  path: '/api/v1/visits/:visitId',
  summary: 'One visit with its checklist, answers and findings',
  access: 'visit:read',
  params: VisitParams,
  response: Visit,
});

export const updateVisit = endpoint({
  method: 'patch',
  path: '/api/v1/visits/:visitId',
  summary: 'Change the plan of a visit that has not begun; naming a checklist takes its newest version',
  access: 'visit:manage',
  params: VisitParams,
  body: z.strictObject(planFields).partial(),
  versioned: true,
  response: Visit,
});

export const cancelVisit = endpoint({
  method: 'post',
  path: '/api/v1/visits/:visitId/cancel',
  summary: 'Cancel a visit that is not finished',
  access: 'visit:manage',
  params: VisitParams,
  body: z.strictObject({ reason: Reason }),
  response: Visit,
});

export const listVisitors = endpoint({
  method: 'get',
  path: '/api/v1/visits/visitors',
  summary: 'Who can be sent on a visit',
  access: 'visit:manage',
  response: z.array(PersonRef),
});
