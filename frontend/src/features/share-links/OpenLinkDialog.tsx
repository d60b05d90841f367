import { Button, SegmentedControl } from '@mantine/core';
import type { ShareLink } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, usePreferences } from '../../shared/i18n/index.ts';
import { CopyTextButton, Dialog, DialogActions, QrCode } from '../../shared/ui/index.ts';
import classes from './ShareLinksPage.module.css';
import { addressOf } from './share-view.ts';

type OpenLinkDialogProps = { link: ShareLink; path: string; onClose: () => void };

/** A link as a code to scan and an address to copy, in the language its viewers read. */
export function OpenLinkDialog({ link, path, onClose }: OpenLinkDialogProps) {
  const { t } = useTranslation('share-links');
  const [language, setLanguage] = useState(usePreferences.getState().language);
  const address = addressOf(window.location.origin, path, language);
  return (
    <Dialog opened onClose={onClose} title={link.label} size={620}>
      <div className={classes.made}>
        <QrCode text={address} label={t('qr')} />
        <div className={classes.address}>
          <SegmentedControl
            aria-label={t('language')}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
            data={[
              { value: 'ar', label: t('languages.ar') },
              { value: 'en', label: t('languages.en') },
            ]}
          />
          <bdi dir="ltr" className={classes.secret}>
            {address}
          </bdi>
          <CopyTextButton text={address} />
          <p className={classes.hint}>{t(link.precision === 'exact' ? 'secretHint' : 'publicHint')}</p>
        </div>
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
