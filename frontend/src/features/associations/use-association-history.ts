import type { AssociationStep } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import type { HistoryStep } from '../../shared/ui/records/index.ts';

/** The steps of an association’s life in words; `directorate` stands for officials whose names are not told. */
export function useAssociationHistory() {
  const { t } = useTranslation('associations');
  const { fullDate } = useFormat();
  return (steps: readonly AssociationStep[], directorate?: string): HistoryStep[] =>
    steps.map(({ id, at, effectiveOn, actorName, command, reason, documents }) => {
      const done = t(`did.${command}`);
      const isOfThatDay = effectiveOn === calendarDay(at);
      const others = command === 'submit' ? t('applicant') : (directorate ?? null);
      return {
        key: id,
        at,
        who: actorName ?? others,
        what: isOfThatDay ? done : t('didOn', { done, date: fullDate(effectiveOn) }),
        note: reason,
        documents,
      };
    });
}
