import { eraseReferral, type Referral } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { ConfirmButton, notifyDone } from '../../shared/ui/index.ts';

type EraseButtonProps = { referral: Referral; onErased: () => void };

/** Consent was withdrawn: the person goes, the figures stay. */
export function EraseButton({ referral, onErased }: EraseButtonProps) {
  const { t } = useTranslation('referrals');
  const { mutateAsync } = useApiMutation(eraseReferral);
  return (
    <ConfirmButton
      label={t('erase.action')}
      button={{ size: 'compact-sm', variant: 'subtle', color: 'red' }}
      title={t('erase.title', { code: referral.code })}
      message={t('erase.text')}
      confirmLabel={t('erase.confirm')}
      danger
      onConfirm={async () => {
        await mutateAsync({ params: { referralId: referral.id } });
        onErased();
        notifyDone(t('erase.done'));
        await invalidateWork(queryClient, ['referrals']);
      }}
    />
  );
}
