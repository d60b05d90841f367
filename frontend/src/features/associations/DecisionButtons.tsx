import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DialogActions } from '../../shared/ui/index.ts';

type DecisionButtonsProps = {
  label: string;
  /** Red: it cannot simply be taken back. */
  isGrave: boolean;
  isSubmitting: boolean;
  onCancel: () => void;
};

export function DecisionButtons({ label, isGrave, isSubmitting, onCancel }: DecisionButtonsProps) {
  const { t } = useTranslation();
  return (
    <DialogActions>
      <Button variant="default" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
      <Button type="submit" {...(isGrave && { color: 'red' })} loading={isSubmitting}>
        {label}
      </Button>
    </DialogActions>
  );
}
