import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Instant, Names, plainText, Uuid } from './primitives.ts';

/** How bad it is; from the least to the worst. */
export const FindingSeverity = z.enum(['minor', 'major', 'critical']);
export type FindingSeverity = z.infer<typeof FindingSeverity>;

/** What can be answered on the scale: 1 is bad, 5 is very good. */
export const SCALE = { minimum: 1, maximum: 5 } as const;

const QuestionText = plainText(LIMITS.questionMax);
const Bound = z.number().min(-LIMITS.answerNumberMax).max(LIMITS.answerNumberMax);

const asked = {
  /** Made by whoever wrote the question; it stays through versions, so that visits can be compared. */
  id: Uuid,
  textAr: QuestionText,
  textEn: QuestionText,
  isRequired: z.boolean(),
};
const RaisedByAnswer = z.strictObject({ when: z.enum(['yes', 'no']), severity: FindingSeverity });
const RaisedByBound = z.strictObject({
  when: z.enum(['at_most', 'at_least']),
  value: Bound,
  severity: FindingSeverity,
});

/** `raises`: the answer that raises a finding by itself, and how severe it is. */
export const VisitQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('yes_no'), raises: RaisedByAnswer.nullable() }),
  z.strictObject({ ...asked, kind: z.literal('scale'), raises: RaisedByBound.nullable() }),
  z.strictObject({
    ...asked,
    kind: z.literal('number'),
    /** What is counted or measured; empty where the question says it. */
    unitAr: plainText(LIMITS.unitMax, 0),
    unitEn: plainText(LIMITS.unitMax, 0),
    minimum: Bound.nullable(),
    maximum: Bound.nullable(),
    raises: RaisedByBound.nullable(),
  }),
  z.strictObject({ ...asked, kind: z.literal('text') }),
  /** Answered by one picture or more; every other question can have pictures beside its answer. */
  z.strictObject({ ...asked, kind: z.literal('photo') }),
]);
export type VisitQuestion = z.infer<typeof VisitQuestion>;
export type QuestionKind = VisitQuestion['kind'];
export const QUESTION_KINDS = [
  'yes_no',
  'scale',
  'number',
  'text',
  'photo',
] as const satisfies readonly QuestionKind[];

export const VisitSection = z.strictObject({
  id: Uuid,
  titleAr: plainText(LIMITS.nameMax),
  titleEn: plainText(LIMITS.nameMax),
  questions: z.array(VisitQuestion).min(1).max(LIMITS.questionsPerSection),
});
export type VisitSection = z.infer<typeof VisitSection>;

export const VisitSections = z
  .array(VisitSection)
  .min(1)
  .max(LIMITS.sectionsPerTemplate)
  .superRefine((sections, ctx) => {
    const seen = new Set<string>();
    sections.forEach((section, sectionIndex) => {
      section.questions.forEach((question, index) => {
        const path = [sectionIndex, 'questions', index];
        const fault = seen.has(question.id) ? { at: 'id', code: 'duplicate_lines' } : faultOf(question);
        if (fault) ctx.addIssue({ code: 'custom', path: [...path, fault.at], params: { code: fault.code } });
        seen.add(question.id);
      });
    });
  });

function faultOf(question: VisitQuestion): { at: string; code: string } | undefined {
  if (question.kind !== 'number') return undefined;
  const { minimum, maximum } = question;
  return minimum !== null && maximum !== null && minimum > maximum
    ? { at: 'maximum', code: 'too_small' }
    : undefined;
}

/** A checklist. What is changed makes a new version: a visit keeps the one it was planned with. */
export const VisitTemplate = z.strictObject({
  id: Uuid,
  ...Names,
  /** Of the newest version, which new visits take. */
  version: z.int(),
  sections: z.array(VisitSection),
  /** When nobody shall plan with it any more. */
  retiredAt: Instant.nullable(),
  /** Of this version. */
  changedAt: Instant,
  changedByName: z.string(),
});
export type VisitTemplate = z.infer<typeof VisitTemplate>;

/** A template where a list names it. */
export const VisitTemplateSummary = VisitTemplate.omit({ sections: true }).extend({
  questionCount: z.int(),
  /** Visits planned with any of its versions. */
  visitCount: z.int(),
});
export type VisitTemplateSummary = z.infer<typeof VisitTemplateSummary>;

const TemplateParams = z.strictObject({ templateId: Uuid });
const TemplateFields = z.strictObject({ ...Names, sections: VisitSections });

export const listVisitTemplates = endpoint({
  method: 'get',
  path: '/api/v1/visits/templates',
  summary: 'Checklists for visits, those in use first',
  access: 'visit:manage',
  response: z.array(VisitTemplateSummary),
});

export const createVisitTemplate = endpoint({
  method: 'post',
  path: '/api/v1/visits/templates',
  summary: 'Write a checklist',
  access: 'visit:manage',
  body: TemplateFields,
  success: 201,
  response: VisitTemplate,
});

export const readVisitTemplate = endpoint({
  method: 'get',
  path: '/api/v1/visits/templates/:templateId',
  summary: 'The newest version of a checklist',
  access: 'visit:manage',
  params: TemplateParams,
  response: VisitTemplate,
});

export const reviseVisitTemplate = endpoint({
  method: 'put',
  path: '/api/v1/visits/templates/:templateId',
  summary: 'Make the next version of a checklist; visits that are planned or under way keep theirs',
  access: 'visit:manage',
  params: TemplateParams,
  body: TemplateFields,
  versioned: true,
  response: VisitTemplate,
});

export const retireVisitTemplate = endpoint({
  method: 'put',
  path: '/api/v1/visits/templates/:templateId/retirement',
  summary: 'Plan no more visits with a checklist, or do so again',
  access: 'visit:manage',
  params: TemplateParams,
  body: z.strictObject({ isRetired: z.boolean() }),
  response: VisitTemplate,
});
