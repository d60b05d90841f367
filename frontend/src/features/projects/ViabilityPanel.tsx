import { cumulativeOf, type ProjectFile, type ProjectViability, VIABILITY } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Panel } from '../../shared/ui/index.ts';
import { KeyFigures, PeriodChart } from '../../shared/ui/records/index.ts';
import classes from './Projects.module.css';
import { TrendTag, ViabilityTag } from './ViabilityTag.tsx';

/** Whether the project carries itself and others, and how that is reckoned. */
export function ViabilityPanel({ file: { summary, months } }: { file: ProjectFile }) {
  const { t } = useTranslation('projects');
  const { pounds, percent, digits, month } = useFormat();
  const { viability, project } = summary;
  const { servicesShare, spendingYear } = viability;
  const path = cumulativeOf(project.budgetSyp, months);
  return (
    <Panel title={t('viability')} aside={<ViabilityTag viability={viability} />}>
      <KeyFigures
        figures={[
          {
            key: 'pace',
            label: t('pace'),
            value: pounds(viability.monthlyNetSyp),
            note: t(`basis.${viability.basis}`),
          },
          { key: 'trend', label: t('trend.label'), value: <TrendTag trend={viability.trend} /> },
          { key: 'year', label: t('figures.yearNet'), value: pounds(viability.yearNetSyp) },
          {
            key: 'share',
            label: t('share.label'),
            value: servicesShare === null ? t('share.unknown') : percent(servicesShare),
            note:
              spendingYear === null
                ? t('share.noSpending')
                : t('share.of', { year: digits(String(spendingYear)) }),
          },
        ]}
      />
      <Explanation viability={viability} />
      {path.length > 0 && (
        <>
          <h3>{t('cumulative')}</h3>
          <PeriodChart
            caption={t('cumulative')}
            periods={path.map((it) => month(it.month))}
            series={[{ label: t('cumulative'), values: path.map((it) => it.cumulativeSyp) }]}
            format={pounds}
          />
        </>
      )}
      <p className={classes.muted}>
        {t('rules', {
          least: digits(String(VIABILITY.leastMonths)),
          window: digits(String(VIABILITY.windowMonths)),
          steady: percent(VIABILITY.steadyWithinPct / 100),
        })}
      </p>
    </Panel>
  );
}

function Explanation({ viability }: { viability: ProjectViability }) {
  const { t } = useTranslation('projects');
  const { pounds } = useFormat();
  const { standing, months, monthsToGo, monthlyNetSyp } = viability;
  const values = {
    months: t('months', { count: months ?? 0 }),
    toGo: t('months', { count: monthsToGo ?? 0 }),
    net: pounds(monthlyNetSyp),
  };
  return <p className={classes.explained}>{t(`explained.${standing}`, values)}</p>;
}
