import { Button } from '@mantine/core';
import type { ConvoyVehicle } from '@qafila/contract';
import { IconBrandWhatsapp, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyTextButton, Notice, QrCode } from '../../shared/ui/index.ts';
import classes from './DriverPhone.module.css';
import { messageLinks } from './driver-phones.ts';

type FreshLinkProps = { path: string; vehicle: ConvoyVehicle; convoyCode: string };

/** A link that no phone has taken yet, in every way that a driver may get it. */
export function FreshLink({ path, vehicle, convoyCode }: FreshLinkProps) {
  const { t } = useTranslation('driver-links');
  const address = window.location.origin + path;
  const { driverPhone, plate } = vehicle;
  const text = t('message', { code: convoyCode, plate, address });
  const { whatsApp, sms } = messageLinks(driverPhone, text);
  return (
    <>
      {window.location.protocol === 'http:' && (
        <Notice kind="warning" role="note" title={t('insecure')}>
          {t('insecureText')}
        </Notice>
      )}
      <div className={classes.fresh}>
        <QrCode text={address} label={t('qr')} />
        <div className={classes.ways}>
          <p>{t('scan')}</p>
          <bdi dir="ltr" className={classes.address}>
            {address}
          </bdi>
          <div className={classes.buttons}>
            <CopyTextButton text={address} />
            <Button
              component="a"
              href={whatsApp}
              target="_blank"
              rel="noreferrer"
              variant="default"
              leftSection={<IconBrandWhatsapp size={16} aria-hidden="true" />}
              aria-label={`${t('whatsApp')} (${t('page.opensNewWindow')})`}
            >
              {t('whatsApp')}
            </Button>
            <Button
              component="a"
              href={sms}
              variant="default"
              leftSection={<IconMessage size={16} aria-hidden="true" />}
            >
              {t('sms')}
            </Button>
          </div>
          <p className={classes.hint}>{t('once')}</p>
        </div>
      </div>
    </>
  );
}
