import { readReferral } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { Dialog, QueryView } from '../../shared/ui/index.ts';
import { HelpForm } from './HelpForm.tsx';

type HelpDialogProps = {
  referralId: string;
  /** The month it is for, where that is known already. */
  month?: string;
  onClose: () => void;
};

/** Recording help that was given: when, for which month, and how much. */
export function HelpDialog({ referralId, month, onClose }: HelpDialogProps) {
  const { t } = useTranslation('referrals');
  const query = useApiQuery(readReferral, { params: { referralId } });
  return (
    <Dialog opened onClose={onClose} title={t('help.title')}>
      <QueryView query={query}>
        {(file) => <HelpForm file={file} month={month} onClose={onClose} />}
      </QueryView>
    </Dialog>
  );
}
