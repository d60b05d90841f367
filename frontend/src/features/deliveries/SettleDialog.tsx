import type { Waybill } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { ConfirmDialog } from '../../shared/ui/index.ts';
import { lossOf, UNCOUNTED } from './count.ts';
import type { Draft } from './draft.ts';
import classes from './SettleForm.module.css';

type SettleDialogProps = {
  waybill: Waybill;
  draft: Draft;
  opened: boolean;
  onClose: () => void;
  onConfirm: () => Promise<unknown>;
};

/** The last look before it is for ever. */
export function SettleDialog({ waybill, draft, opened, onClose, onConfirm }: SettleDialogProps) {
  const { t } = useTranslation('deliveries');
  const { name } = useFormat();
  const counted = waybill.lines.map((line) => ({ line, count: draft.counts[line.lineId] ?? UNCOUNTED }));
  const lossy = counted.filter(({ count }) => lossOf(count) > 0);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('confirm.title', { site: name(waybill.destination) })}
      confirmLabel={t('confirm.action')}
      onConfirm={onConfirm}
    >
      <strong>{t('confirm.forever')}</strong>
      <ul className={classes.loss}>
        <li>{t('confirm.whole', { count: counted.length - lossy.length })}</li>
        {lossy.map(({ line, count }) => (
          <li key={line.lineId}>
            {t('confirm.loss', {
              item: name(line.item),
              damaged: Number(count.damaged),
              missing: Number(count.missing),
            })}
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
