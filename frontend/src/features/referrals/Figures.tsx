import type { ReferralFigures } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, Panel } from '../../shared/ui/index.ts';
import { BarList, KeyFigures, Trend } from '../../shared/ui/records/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import classes from './Figures.module.css';
import { FiguresByKind } from './FiguresByKind.tsx';
import { governorateRows, monthSeries, resultRows, totalOf } from './figures.ts';
import { useMonthTick } from './use-month-tick.ts';

export function Figures({ figures }: { figures: ReferralFigures }) {
  const { t } = useTranslation('referrals');
  if (figures.cells.length === 0 && figures.dues.length === 0) {
    return (
      <Panel>
        <EmptyNote title={t('figures.empty')}>{t('figures.emptyText')}</EmptyNote>
      </Panel>
    );
  }
  return (
    <>
      <Totals figures={figures} />
      <FiguresByKind figures={figures} />
      <ByMonth figures={figures} />
      <div className={classes.pair}>
        <ByResult figures={figures} />
        <ByGovernorate figures={figures} />
      </div>
      {figures.dues.length > 0 && <ByDue figures={figures} />}
    </>
  );
}

type Of = { figures: ReferralFigures };

function Totals({ figures: { cells, medians } }: Of) {
  const { t } = useTranslation('referrals');
  const { number, percent } = useFormat();
  const counted = (results: readonly string[]) =>
    totalOf(cells.filter(({ result }) => results.includes(result)));
  const closed = counted(['helped', 'not_entitled', 'unreachable', 'other']);
  const days = (value: number | null) => (value === null ? '–' : number(value));
  const helped = counted(['helped']);
  return (
    <KeyFigures
      figures={[
        { key: 'all', label: t('figures.registered'), value: number(totalOf(cells)) },
        { key: 'open', label: t('figures.open'), value: number(counted(['open'])) },
        {
          key: 'helped',
          label: t('figures.helped'),
          value: number(helped),
          note: closed > 0 && t('figures.ofClosed', { share: percent(helped / closed) }),
        },
        { key: 'withdrawn', label: t('figures.withdrawn'), value: number(counted(['withdrawn'])) },
        {
          key: 'accept',
          label: t('figures.daysToAccept'),
          value: days(medians.medianDaysToAccept),
          note: t('figures.median'),
        },
        {
          key: 'close',
          label: t('figures.daysToClose'),
          value: days(medians.medianDaysToClose),
          note: t('figures.median'),
        },
      ]}
    />
  );
}

function ByMonth({ figures }: Of) {
  const { t } = useTranslation('referrals');
  const { month: monthName } = useFormat();
  const tick = useMonthTick();
  const { months, series } = monthSeries(figures);
  return (
    <Panel title={t('figures.byMonth')} note={t('figures.byMonthNote')}>
      <Trend
        caption={t('figures.byMonth')}
        periods={months.map(monthName)}
        marks={months.map((month) => tick(month, months.length))}
        series={series.map(({ cadence, values }) => ({ label: t(`aid.cadence.${cadence}`), values }))}
      />
    </Panel>
  );
}

function ByDue({ figures: { dues } }: Of) {
  const { t } = useTranslation('referrals');
  const { month: monthName } = useFormat();
  const tick = useMonthTick();
  const inOrder = [...dues].sort((one, other) => one.month.localeCompare(other.month));
  return (
    <Panel title={t('figures.byDue')} note={t('figures.byDueNote')}>
      <Trend
        caption={t('figures.byDue')}
        periods={inOrder.map(({ month }) => monthName(month))}
        marks={inOrder.map(({ month }) => tick(month, inOrder.length))}
        series={(['given', 'due', 'missed'] as const).map((status) => ({
          label: t(`dueStatus.${status}`),
          values: inOrder.map((due) => due[status]),
        }))}
      />
    </Panel>
  );
}

function ByResult({ figures: { cells } }: Of) {
  const { t } = useTranslation('referrals');
  const { percent } = useFormat();
  const all = Math.max(1, totalOf(cells));
  return (
    <Panel title={t('figures.byResult')}>
      <BarList
        caption={t('figures.byResult')}
        labelHead={t('figures.result')}
        bars={resultRows(cells).map(({ result, count }) => ({
          key: result,
          label: t(`result.${result}`),
          value: count,
          note: percent(count / all),
        }))}
      />
    </Panel>
  );
}

function ByGovernorate({ figures: { governorates } }: Of) {
  const { t } = useTranslation('referrals');
  const governorateOf = useGovernorateName();
  return (
    <Panel title={t('figures.byGovernorate')}>
      <BarList
        caption={t('figures.byGovernorate')}
        labelHead={t('field.governorate')}
        bars={governorateRows(governorates).map(({ code, count }) => ({
          key: code,
          label: governorateOf(code),
          value: count,
        }))}
      />
    </Panel>
  );
}
