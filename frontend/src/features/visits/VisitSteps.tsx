import type { VisitStep } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { StepHistory } from '../../shared/ui/records/index.ts';

export function VisitSteps({ steps }: { steps: readonly VisitStep[] }) {
  const { t } = useTranslation('visits');
  return (
    <StepHistory
      steps={steps.toReversed().map((step) => ({
        key: step.command,
        at: step.at,
        who: step.byName,
        what: t(`visitDone.${step.command}`),
        note: step.note,
      }))}
    />
  );
}
