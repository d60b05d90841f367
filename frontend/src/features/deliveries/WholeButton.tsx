import { Button } from '@mantine/core';
import type { WaybillLine } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';

type WholeButtonProps = { line: WaybillLine; onWhole: () => void; size?: 'xs' | 'md' };

/** One touch for a line that came as it was loaded. */
export function WholeButton({ line, onWhole, size = 'xs' }: WholeButtonProps) {
  const { t } = useTranslation('deliveries');
  const { name } = useFormat();
  return (
    <Button variant="light" size={size} onClick={onWhole}>
      {t('count.whole')}
      <span className="visually-hidden">: {name(line.item)}</span>
    </Button>
  );
}
