import { revokeTracker, type Tracker } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { ConfirmButton, notifyDone } from '../../shared/ui/index.ts';
import classes from './Trackers.module.css';

type TrackerListProps = { trackers: readonly Tracker[]; onRevoked: () => Promise<void> };

export function TrackerList({ trackers, onRevoked }: TrackerListProps) {
  const { t } = useTranslation('vehicles');
  if (trackers.length === 0) return <p>{t('tracker.none')}</p>;
  return (
    <ul className={classes.list}>
      {trackers.map((tracker) => (
        <TrackerEntry key={tracker.id} tracker={tracker} onRevoked={onRevoked} />
      ))}
    </ul>
  );
}

function TrackerEntry({ tracker, onRevoked }: { tracker: Tracker; onRevoked: () => Promise<void> }) {
  const { t } = useTranslation('vehicles');
  const { when } = useFormat();
  const { mutateAsync } = useApiMutation(revokeTracker);
  const hint = isolated(tracker.hint);
  return (
    <li data-revoked={tracker.revokedAt !== null || undefined}>
      <div>
        <strong>{tracker.label || t('tracker.unnamed')}</strong>
        <small>
          {t('tracker.hint', { hint })} ·{' '}
          {tracker.revokedAt
            ? t('tracker.revokedAt', { when: when(tracker.revokedAt) })
            : t('tracker.createdAt', { when: when(tracker.createdAt) })}
        </small>
      </div>
      {tracker.revokedAt === null && (
        <ConfirmButton
          label={
            <>
              {t('tracker.revoke')} <span className="visually-hidden">{t('tracker.hint', { hint })}</span>
            </>
          }
          title={t('tracker.revokeTitle')}
          message={t('tracker.revokeText')}
          confirmLabel={t('tracker.revoke')}
          danger
          button={{ variant: 'subtle', color: 'red' }}
          onConfirm={async () => {
            await mutateAsync({ params: { trackerId: tracker.id } });
            notifyDone(t('tracker.revoked'));
            await onRevoked();
          }}
        />
      )}
    </li>
  );
}
