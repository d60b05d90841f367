import type { ReferralPerson, ReferralStep } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type HistoryStep, StepHistory } from '../../shared/ui/records/index.ts';

type HistoryProps = { steps: readonly ReferralStep[]; person: ReferralPerson | undefined };

/** What happened to the case, newest first; what was written with it only while the person is shown. */
export function History({ steps, person }: HistoryProps) {
  const { t } = useTranslation('referrals');
  const { name } = useFormat();
  const reasonOf = useReasonWord();
  const noteOf = (id: number) => person?.notes.find(({ stepId }) => stepId === id)?.note;
  const rows = [...steps].reverse().map((step): HistoryStep => {
    const { association, reason } = step;
    const what = [
      t(`step.${step.kind}`),
      association && step.kind !== 'recall' && name(association),
      reason && reasonOf(step.kind, reason),
    ];
    return {
      key: String(step.id),
      at: step.at,
      who: step.actorName,
      what: what.filter(Boolean).join(' · '),
      note: noteOf(step.id),
    };
  });
  return <StepHistory steps={rows} />;
}

/** The list that a step's reason is of. */
const REASONS = { decline: 'declineReason', withdraw: 'withdrawalReason', close: 'outcome' } as const;

function useReasonWord() {
  const { t } = useTranslation('referrals');
  return (kind: ReferralStep['kind'], reason: string) =>
    kind in REASONS ? t(`${REASONS[kind as keyof typeof REASONS]}.${reason}`) : undefined;
}
