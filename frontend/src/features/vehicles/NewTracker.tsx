import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DialogActions, Notice, QrCode } from '../../shared/ui/index.ts';
import { isLocalOnly, serverAddress, traccarSetup } from './phone-setup.ts';
import classes from './Trackers.module.css';

const STEPS = [1, 2, 3] as const;

/** A new tracker's id, for the first and last time, and how to bring it to a phone. */
export function NewTracker({ deviceId, onDone }: { deviceId: string; onDone: () => void }) {
  const { t } = useTranslation('vehicles');
  const { origin, hostname } = window.location;
  return (
    <>
      <Notice kind="warning" role="alert" title={t('tracker.once')}>
        {t('tracker.onceText')}
      </Notice>
      {isLocalOnly(hostname) && <Notice title={t('tracker.local')} />}
      <div className={classes.made}>
        <div className={classes.qr}>
          <QrCode text={traccarSetup(origin, deviceId)} label={t('tracker.qr')} />
        </div>
        <dl className={classes.values}>
          <Value label={t('tracker.deviceId')} value={deviceId} />
          <Value label={t('tracker.server')} value={serverAddress(origin)} />
        </dl>
      </div>
      {(['traccar', 'ownTracks'] as const).map((app) => (
        <section key={app}>
          <h3 className={classes.app}>
            <bdi>{t(`tracker.${app}Title`)}</bdi>
          </h3>
          <ol className={classes.steps}>
            {STEPS.map((step) => (
              <li key={step}>{t(`tracker.${app}${step}`)}</li>
            ))}
          </ol>
        </section>
      ))}
      <DialogActions>
        <Button onClick={onDone}>{t('tracker.done')}</Button>
      </DialogActions>
    </>
  );
}

function Value({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi dir="ltr" className={classes.secret}>
          {value}
        </bdi>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              aria-label={`${t('action.copy')}: ${label}`}
            >
              {t(copied ? 'action.copied' : 'action.copy')}
            </Button>
          )}
        </CopyButton>
      </dd>
    </div>
  );
}
