import type { Pledge } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { ConfirmDialog } from '../../shared/ui/index.ts';
import { usePledgeDecisions } from './usePledgeDecisions.ts';

type DialogOfPledge = { pledge: Pledge; onClose: () => void };

export function DeclineDialog({ pledge, onClose }: DialogOfPledge) {
  const { t } = useTranslation('pledges');
  const { name, quantity } = useFormat();
  const { decline } = usePledgeDecisions();
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('decide.declineTitle')}
      confirmLabel={t('decide.decline')}
      danger
      reason="optional"
      onConfirm={(reason) => decline(pledge, reason)}
    >
      {t('decide.declineText', {
        association: name(pledge.association),
        quantity: quantity(pledge.quantity, pledge.item.unit),
        item: name(pledge.item),
      })}
    </ConfirmDialog>
  );
}
