import {
  type AnswerValue,
  addDays,
  FINDING_DUE_DAYS,
  type FindingSeverity,
  questionsIn,
  raisedBy,
  unanswered,
  type VisitQuestion,
} from '@qafila/contract';
import type { FieldVisit } from './steps.ts';

export type Suggested = { question: VisitQuestion; severity: FindingSeverity; note: string; dueOn: string };

export function photographed({ photos, taken }: FieldVisit): ReadonlySet<string> {
  return new Set([...photos, ...taken].map(({ questionId }) => questionId));
}

export function valuesOf({ answers }: FieldVisit): ReadonlyMap<string, AnswerValue | null> {
  return new Map(answers.map(({ questionId, value }) => [questionId, value]));
}

export function progressOf(visit: FieldVisit): { answered: number; total: number; missing: VisitQuestion[] } {
  const [values, withPhotos] = [valuesOf(visit), photographed(visit)];
  const questions = questionsIn(visit.sections);
  const answered = questions.filter(({ id, kind }) =>
    kind === 'photo' ? withPhotos.has(id) : (values.get(id) ?? null) !== null,
  );
  return {
    answered: answered.length,
    total: questions.length,
    missing: unanswered(visit.sections, values, withPhotos),
  };
}

/** The findings that finishing today would raise by the questions' rules. */
export function suggestedBy(visit: FieldVisit, today: string): Suggested[] {
  const answers = new Map(visit.answers.map((answer) => [answer.questionId, answer]));
  return questionsIn(visit.sections).flatMap((question) => {
    const answer = answers.get(question.id);
    const severity = raisedBy(question, answer?.value ?? null);
    if (!answer || !severity) return [];
    return [{ question, severity, note: answer.note, dueOn: addDays(today, FINDING_DUE_DAYS[severity]) }];
  });
}

export type Group = 'today' | 'late' | 'later' | 'done';

/** What is under way belongs to today, whenever it was planned for. */
export function groupOf(
  { status, plannedFor }: FieldVisit,
  dayOf: (at: string) => string,
  today: string,
): Group {
  if (status === 'finished' || status === 'cancelled') return 'done';
  const day = dayOf(plannedFor);
  if (status === 'in_progress' || day === today) return 'today';
  return day < today ? 'late' : 'later';
}
