import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DialogActions } from './Dialog.tsx';

type SaveButtonsProps = { label: string; isSubmitting: boolean; onCancel: () => void };

/** How a form in a dialog ends: leave it, or send it. */
export function SaveButtons({ label, isSubmitting, onCancel }: SaveButtonsProps) {
  const { t } = useTranslation();
  return (
    <DialogActions>
      <Button variant="default" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
      <Button type="submit" loading={isSubmitting}>
        {label}
      </Button>
    </DialogActions>
  );
}
