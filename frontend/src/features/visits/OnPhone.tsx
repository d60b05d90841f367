import { Button } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyTextButton, Dialog, DialogActions, Notice, QrCode } from '../../shared/ui/index.ts';
import classes from './OnPhone.module.css';

/** The way from the office to the page on which visits are made. */
export function OnPhone() {
  const { t } = useTranslation('visits');
  const [isOpen, setOpen] = useState(false);
  const address = `${window.location.origin}/field`;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDeviceMobile size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('phone.label')}
      </Button>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={t('phone.title')} size={420}>
        <div className={classes.phone}>
          {!window.isSecureContext && <Notice kind="warning" role="note" title={t('phone.insecure')} />}
          <p>{t('phone.text')}</p>
          <div className={classes.code}>
            <QrCode text={address} label={t('phone.code')} />
          </div>
          <bdi dir="ltr">{address}</bdi>
          <CopyTextButton text={address} />
        </div>
        <DialogActions>
          <Button component="a" href="/field">
            {t('phone.open')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
