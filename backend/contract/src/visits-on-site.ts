import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Day, Instant, Note, plainText, Reason, Uuid } from './primitives.ts';
import { FindingSeverity } from './visit-templates.ts';
import { Visit, VisitParams, VisitPhoto } from './visits.ts';

/** For the phone: everything that is needed at the site, to be kept for when there is no network. */
export const listAssignedVisits = endpoint({
  method: 'get',
  path: '/api/v1/visits/assigned',
  summary: 'Visits planned or under way that the asker is to make, whole, the next one first',
  access: 'visit:perform',
  response: z.array(Visit),
});

/** Saying twice that it has begun changes nothing but the time, when the other began earlier. */
export const startVisit = endpoint({
  method: 'post',
  path: '/api/v1/visits/:visitId/start',
  summary: 'Begin a visit, as one of its visitors',
  access: 'visit:perform',
  params: VisitParams,
  body: z.strictObject({ at: Instant }),
  response: Visit,
});

const recorded = {
  /** Made by the phone: a record counts once, however often it comes. */
  id: Uuid,
  /** When the visitor did it, by the phone’s clock. */
  at: Instant,
};

/** What a visitor did on the phone. Of several about one thing the newest counts, whatever order they come in. */
export const VisitRecord = z.discriminatedUnion('kind', [
  z.strictObject({
    ...recorded,
    kind: z.literal('answer'),
    questionId: Uuid,
    /** Null takes an answer back. */
    value: z.union([z.boolean(), z.number(), plainText(LIMITS.noteMax)]).nullable(),
    note: Note.default(''),
  }),
  z.strictObject({
    ...recorded,
    kind: z.literal('finding'),
    /** Made by the phone; later records with it change the same finding. */
    findingId: Uuid,
    /** Null takes it back. */
    finding: z.strictObject({ severity: FindingSeverity, text: Reason, dueOn: Day }).nullable(),
  }),
  z.strictObject({ ...recorded, kind: z.literal('photo_removal'), photoId: Uuid }),
]);
export type VisitRecord = z.infer<typeof VisitRecord>;
export const VisitRecordKind = z.enum(['answer', 'finding', 'photo_removal'] satisfies VisitRecord['kind'][]);
export type VisitRecordKind = z.infer<typeof VisitRecordKind>;

/**
 * `kept`, now or before: the phone may forget it. `refused`: it never will be taken, and `code` says why;
 * `too_late` when the visit was over before it came.
 */
export const RecordOutcome = z.strictObject({
  id: Uuid,
  outcome: z.enum(['kept', 'refused']),
  code: z.string().nullable(),
});
export type RecordOutcome = z.infer<typeof RecordOutcome>;

export const saveVisitRecords = endpoint({
  method: 'post',
  path: '/api/v1/visits/:visitId/records',
  summary: 'Hand in what was answered and noted, saved up or not; each record is judged alone',
  access: 'visit:perform',
  params: VisitParams,
  // The records’ own ids do that better: a batch may be sent again together with what came since.
  idempotent: false,
  body: z.strictObject({ records: z.array(VisitRecord).min(1).max(LIMITS.linesPerRequest) }),
  response: z.strictObject({ outcomes: z.array(RecordOutcome), visit: Visit }),
});

export const addVisitPhoto = endpoint({
  method: 'put',
  path: '/api/v1/visits/:visitId/photos/:photoId',
  summary: 'Add a picture to an answer, under an id that the phone made; sent twice it is kept once',
  access: 'visit:perform',
  params: z.strictObject({ visitId: Uuid, photoId: Uuid }),
  query: z.strictObject({ questionId: Uuid, at: Instant }),
  bodyType: 'image',
  response: VisitPhoto,
});

/** Saying twice that it is finished changes nothing. */
export const finishVisit = endpoint({
  method: 'post',
  path: '/api/v1/visits/:visitId/finish',
  summary: 'Finish a visit whose required questions are answered: its findings are raised',
  access: 'visit:perform',
  params: VisitParams,
  body: z.strictObject({ at: Instant }),
  response: Visit,
});
