import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Panel, QuantityInput } from '../../shared/ui/index.ts';
import classes from './Finances.module.css';
import type { FigureValues } from './figure-values.ts';
import { useHeads } from './use-heads.ts';

type SideFieldsProps<Values extends { figures: FigureValues }> = {
  side: 'income' | 'spending';
  form: UseFormReturnType<Values>;
  sumSyp: number;
};

/** One side of a year, head by head, with its sum. */
export function SideFields<Values extends { figures: FigureValues }>({
  side,
  form,
  sumSyp,
}: SideFieldsProps<Values>) {
  const { t } = useTranslation('finances');
  const { pounds } = useFormat();
  const heads = useHeads();
  return (
    <Panel title={t(side === 'income' ? 'incomeBySource' : 'spendingBySector')}>
      <div className={classes.lines}>
        {heads[side].map(({ key, label }) => (
          <QuantityInput
            key={key}
            {...form.getInputProps(`figures.${side}.${key}`)}
            label={label}
            unit={t('pound')}
          />
        ))}
        <div className={classes.sum}>
          <span>{t(side)}</span>
          <span aria-live="polite">{pounds(sumSyp)}</span>
        </div>
      </div>
    </Panel>
  );
}
