import type { Finding, VisitPlace, VisitSummary } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';

/** Words that a checklist has in both languages, in the reader’s. */
export function useQuestionText() {
  const { name } = useFormat();
  return ({ textAr, textEn }: { textAr: string; textEn: string }) => name({ nameAr: textAr, nameEn: textEn });
}

/** What a finding says: what the visitor wrote, under the question where one raised it. */
export function useFindingText() {
  const questionText = useQuestionText();
  return ({ question, text }: Pick<Finding, 'question' | 'text'>): { title: string; note: string } =>
    question === null ? { title: text, note: '' } : { title: questionText(question), note: text };
}

/** Who makes a visit, in one line. */
export function useVisitorNames() {
  const { t } = useTranslation('visits');
  return ({ visitors }: Pick<VisitSummary, 'visitors'>) =>
    visitors.map(({ name }) => name).join(t('list.comma'));
}

/** Where a visit is made, in a few words. */
export function usePlaceText() {
  const { t } = useTranslation('visits');
  return ({ kind, label }: VisitPlace) => (kind === 'seat' ? t('place.seat') : label);
}
