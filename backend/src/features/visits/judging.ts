import { answerFault, type FieldErrorCode, type VisitQuestion, type VisitRecord } from '@qafila/contract';
import { dayInDamascus, isInFuture } from '../../platform/calendar.ts';

/** Why a record cannot be taken; null where it can. */
export function judge(
  record: VisitRecord,
  questions: ReadonlyMap<string, VisitQuestion>,
  now: Date,
): FieldErrorCode | null {
  if (isInFuture(new Date(record.at), now)) return 'after_now';
  if (record.kind === 'photo_removal') return null;
  if (record.kind === 'finding') {
    return record.finding && record.finding.dueOn < dayInDamascus(new Date(record.at)) ? 'too_early' : null;
  }
  const question = questions.get(record.questionId);
  if (!question) return 'no_such_reference';
  return record.value === null ? null : (answerFault(question, record.value) ?? null);
}
