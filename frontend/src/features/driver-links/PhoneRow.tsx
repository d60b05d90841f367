import { type DriverLink, LIMITS, revokeDriverLink } from '@qafila/contract';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { ConfirmButton, notifyDone, useNow } from '../../shared/ui/index.ts';
import classes from './DriverPhone.module.css';

/** One link: whether a phone has it, when that was last heard of, and its end. */
export function PhoneRow({ link, campaignId }: { link: DriverLink; campaignId: string }) {
  const { t } = useTranslation('driver-links');
  const { relative, when } = useFormat();
  const now = useNow();
  const { mutateAsync } = useApiMutation(revokeDriverLink);
  const { takenAt, createdAt } = link;
  const seenAt = link.lastSeenAt ?? takenAt;
  const isSilent = seenAt !== null && now.getTime() - Date.parse(seenAt) > LIMITS.signalStaleAfterS * 1000;
  return (
    <div className={classes.phone}>
      <IconDeviceMobile size={22} stroke={1.6} aria-hidden="true" />
      <div>
        <strong>
          {takenAt ? t('taken', { when: when(takenAt, now) }) : t('waiting', { when: when(createdAt, now) })}
        </strong>
        {seenAt && (
          <span className={isSilent ? classes.silent : classes.hint}>
            {t('seen', { ago: relative(seenAt, now) })}
          </span>
        )}
      </div>
      <ConfirmButton
        label={t('revoke')}
        title={t('revokeTitle')}
        message={t(takenAt ? 'revokeTaken' : 'revokeWaiting')}
        confirmLabel={t('revoke')}
        danger
        button={{ size: 'compact-sm', variant: 'subtle', color: 'red' }}
        onConfirm={async () => {
          await mutateAsync({ params: { driverLinkId: link.id } });
          notifyDone(t('revoked'));
          await invalidateTopics(queryClient, campaignId, ['convoys']);
        }}
      />
    </div>
  );
}
