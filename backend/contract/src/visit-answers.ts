import type { FieldErrorCode } from './field-errors.ts';
import type { FindingSeverity, VisitQuestion, VisitSection } from './visit-templates.ts';

/** Yes or no, a step of the scale, a number, or words; pictures are kept apart. */
export type AnswerValue = boolean | number | string;

/** Days in which a finding is to be put right, where the visitor sets no other date. */
export const FINDING_DUE_DAYS = { critical: 7, major: 30, minor: 90 } as const satisfies Record<
  FindingSeverity,
  number
>;

const SCALE_STEPS: readonly AnswerValue[] = [1, 2, 3, 4, 5];

/** What is wrong with a value as the answer to a question; undefined where it fits. */
export function answerFault(question: VisitQuestion, value: AnswerValue): FieldErrorCode | undefined {
  switch (question.kind) {
    case 'yes_no':
      return typeof value === 'boolean' ? undefined : 'wrong_kind';
    case 'scale':
      return SCALE_STEPS.includes(value) ? undefined : 'invalid_value';
    case 'number':
      return typeof value === 'number' ? boundFault(question, value) : 'wrong_kind';
    case 'text':
      return typeof value === 'string' ? undefined : 'wrong_kind';
    case 'photo':
      return 'wrong_kind';
  }
}

function boundFault(
  { minimum, maximum }: Extract<VisitQuestion, { kind: 'number' }>,
  value: number,
): FieldErrorCode | undefined {
  if (minimum !== null && value < minimum) return 'too_small';
  return maximum !== null && value > maximum ? 'too_big' : undefined;
}

/** How severe a finding this answer raises by itself; null where it raises none. */
export function raisedBy(question: VisitQuestion, value: AnswerValue | null): FindingSeverity | null {
  if (value === null || question.kind === 'text' || question.kind === 'photo' || !question.raises)
    return null;
  return isRaised(question.raises, value) ? question.raises.severity : null;
}

type Rule = NonNullable<Extract<VisitQuestion, { raises: unknown }>['raises']>;

function isRaised(rule: Rule, value: AnswerValue): boolean {
  if (!('value' in rule)) return value === (rule.when === 'yes');
  if (typeof value !== 'number') return false;
  return rule.when === 'at_most' ? value <= rule.value : value >= rule.value;
}

export function questionsIn(sections: readonly VisitSection[]): VisitQuestion[] {
  return sections.flatMap((section) => section.questions);
}

/** The questions that a visit cannot be finished without, and that have no answer yet. */
export function unanswered(
  sections: readonly VisitSection[],
  values: ReadonlyMap<string, AnswerValue | null>,
  photographed: ReadonlySet<string>,
): VisitQuestion[] {
  return questionsIn(sections).filter(({ id, kind, isRequired }) => {
    if (!isRequired) return false;
    return kind === 'photo' ? !photographed.has(id) : (values.get(id) ?? null) === null;
  });
}
