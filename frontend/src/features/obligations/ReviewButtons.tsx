import { type ObligationFile, obligationLifecycle, reviewObligation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { ConfirmButton, notifyDone } from '../../shared/ui/index.ts';

const DECISIONS = ['return', 'waive', 'accept'] as const;

/** What an official can decide of it now. */
export function ReviewButtons({ file: { obligation, version } }: { file: ObligationFile }) {
  const { id, state } = obligation;
  const { t } = useTranslation('obligations');
  const word = useWord();
  const { mutateAsync } = useApiMutation(reviewObligation);
  const decide = async (command: (typeof DECISIONS)[number], reason: string) => {
    await mutateAsync({ params: { obligationId: id }, ifMatch: version, body: { command, reason } });
    await invalidateWork(queryClient, ['obligations']);
    notifyDone(t(`done.${command}`));
  };
  return DECISIONS.filter((command) => obligationLifecycle.next(state, command) !== undefined).map(
    (command) => (
      <ConfirmButton
        key={command}
        label={word.command('obligation', command)}
        title={t(`review.${command}.title`)}
        message={t(`review.${command}.text`)}
        confirmLabel={word.command('obligation', command)}
        button={{ variant: command === 'accept' ? 'filled' : 'default' }}
        reason={command === 'accept' ? 'optional' : 'required'}
        onConfirm={(reason) => decide(command, reason)}
      />
    ),
  );
}
