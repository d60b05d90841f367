import {
  addDays,
  FINDING_DUE_DAYS,
  FindingSeverity,
  questionsIn,
  raisedBy,
  type VisitResult,
  type VisitSection,
} from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { VisitSoFar } from './records.ts';

export type RaisedFinding = {
  /** Null for what a visitor noted freely. */
  question: { textAr: string; textEn: string } | null;
  severity: FindingSeverity;
  text: string;
  dueOn: string;
};

/** What a finished visit found: the answers that raise a finding by their question's rule, and what was noted. */
export function findingsOf(
  sections: readonly VisitSection[],
  { answers, noted }: Pick<VisitSoFar, 'answers' | 'noted'>,
  at: Date,
): RaisedFinding[] {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  const today = dayInDamascus(at);
  const byRule = questionsIn(sections).flatMap((question): RaisedFinding[] => {
    const answer = given.get(question.id);
    const severity = raisedBy(question, answer?.value ?? null);
    if (!answer || !severity) return [];
    const { textAr, textEn } = question;
    const dueOn = addDays(today, FINDING_DUE_DAYS[severity]);
    return [{ question: { textAr, textEn }, severity, text: answer.note, dueOn }];
  });
  return [
    ...byRule,
    ...noted.map(({ severity, text, dueOn }) => ({ question: null, severity, text, dueOn })),
  ];
}

export function worstOf(findings: readonly RaisedFinding[]): VisitResult {
  return (
    FindingSeverity.options.findLast((severity) => findings.some((it) => it.severity === severity)) ?? 'clear'
  );
}
