import { balanceOf, type FinanceYear } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Panel } from '../../shared/ui/index.ts';
import { BarList, KeyFigures } from '../../shared/ui/records/index.ts';
import { BalanceNotice } from './BalanceNotice.tsx';
import classes from './Finances.module.css';
import { useHeads } from './use-heads.ts';

/** The figures of a year, to be read. */
export function FiguresView({ finance }: { finance: FinanceYear }) {
  const { t } = useTranslation('finances');
  const { pounds } = useFormat();
  const heads = useHeads();
  const { figures, incomeSyp, spendingSyp } = finance;
  return (
    <>
      <KeyFigures
        figures={[
          {
            key: 'opening',
            label: t('opening'),
            value: pounds(figures.openingSyp),
            note: figures.openingReason,
          },
          { key: 'income', label: t('income'), value: pounds(incomeSyp) },
          { key: 'spending', label: t('spending'), value: pounds(spendingSyp) },
          { key: 'closing', label: t('closing'), value: pounds(figures.closingSyp) },
        ]}
      />
      <BalanceNotice balance={balanceOf(figures)} />
      <div className={classes.sides}>
        <Panel title={t('incomeBySource')}>
          <BarList
            caption={t('incomeBySource')}
            bars={heads.income.map(({ key, label }) => ({ key, label, value: figures.income[key] }))}
            format={pounds}
          />
        </Panel>
        <Panel title={t('spendingBySector')}>
          <BarList
            caption={t('spendingBySector')}
            bars={heads.spending.map(({ key, label }) => ({ key, label, value: figures.spending[key] }))}
            format={pounds}
          />
        </Panel>
      </div>
      {figures.note && <Panel title={t('noteLabel')}>{figures.note}</Panel>}
    </>
  );
}
