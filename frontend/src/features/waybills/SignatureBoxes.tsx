import type { Waybill } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { SignatureImage } from '../../shared/ui/index.ts';
import classes from './WaybillPaper.module.css';

/** Three hands and the remarks; the receiver's is filled in once the delivery is settled. */
export function SignatureBoxes({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation('waybills');
  const { fullDateTime, time } = useFormat();
  const { delivery, dispatcherName, vehicle } = waybill;
  return (
    <section className={classes.signatures}>
      <Box title={t('sign.dispatcher')}>
        <Row label={t('sign.name')} value={dispatcherName} />
        <Row label={t('sign.at')} />
      </Box>
      <Box title={t('sign.driver')}>
        <Row label={t('sign.name')} value={vehicle.driverName} />
        <Row label={t('sign.at')} />
      </Box>
      <Box
        title={t('sign.receiver')}
        signature={
          delivery && (
            <SignatureImage
              strokes={delivery.signature}
              label={t('sign.of', { name: delivery.receiverName })}
            />
          )
        }
      >
        <Row
          label={t('sign.nameRole')}
          value={delivery ? [delivery.receiverName, delivery.receiverRole].filter(Boolean).join(' · ') : ''}
        />
        <Row label={t('sign.arrival')} value={delivery ? fullDateTime(delivery.arrivedAt) : ''} />
        <Row
          label={t('sign.unloading')}
          value={delivery ? `${time(delivery.unloadingStartedAt)} — ${fullDateTime(delivery.signedAt)}` : ''}
        />
      </Box>
      <div className={classes.remarks}>
        <h2>{t('remarks')}</h2>
        {delivery?.remarks}
      </div>
    </section>
  );
}

function Row({ label, value = '' }: { label: string; value?: string }) {
  return (
    <p>
      <span>{label}</span> {value}
    </p>
  );
}

function Box({ title, children, signature }: { title: string; children: ReactNode; signature?: ReactNode }) {
  const { t } = useTranslation('waybills');
  return (
    <div className={classes.signature}>
      <h2>{title}</h2>
      {children}
      <div className={classes.sign}>
        <span>{t('sign.stamp')}</span>
        {signature}
      </div>
    </div>
  );
}
