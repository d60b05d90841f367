import { type ProjectPortfolio, ViabilityStanding } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Panel } from '../../shared/ui/index.ts';
import { KeyFigures, PeriodChart } from '../../shared/ui/records/index.ts';
import classes from './Projects.module.css';

/** All projects together in a row of figures. */
export function PortfolioFigures({ portfolio }: { portfolio: ProjectPortfolio }) {
  const { t } = useTranslation('projects');
  const { number, pounds } = useFormat();
  const { statusCounts, standingCounts } = portfolio;
  const count = (status: string) => statusCounts[status] ?? 0;
  const standings = ViabilityStanding.options.filter((it) => (standingCounts[it] ?? 0) > 0);
  return (
    <KeyFigures
      figures={[
        {
          key: 'running',
          label: t('figures.atWork'),
          value: number(count('running') + count('paused')),
          note: standings
            .map((it) => `${t(`standing.${it}`)} ${number(standingCounts[it] ?? 0)}`)
            .join(t('separator')),
        },
        { key: 'proposed', label: t('figures.proposed'), value: number(count('proposed')) },
        {
          key: 'net',
          label: t('figures.yearNet'),
          value: pounds(portfolio.yearIncomeSyp - portfolio.yearCostSyp),
          note: t('figures.budget', { amount: pounds(portfolio.budgetSyp) }),
        },
        {
          key: 'jobs',
          label: t('figures.jobs'),
          value: number(portfolio.jobs),
          note: t('figures.families', { families: number(portfolio.families) }),
        },
        { key: 'missing', label: t('figures.missing'), value: number(portfolio.missingCount) },
      ]}
    />
  );
}

/** Money, and jobs and families, over the last months. */
export function PortfolioTrends({ portfolio: { months } }: { portfolio: ProjectPortfolio }) {
  const { t } = useTranslation('projects');
  const { month, pounds } = useFormat();
  const periods = months.map((it) => month(it.month));
  return (
    <div className={classes.columns}>
      <Panel title={t('trends.money')} note={t('trends.note')}>
        <PeriodChart
          caption={t('trends.money')}
          periods={periods}
          series={[
            { label: t('month.income'), values: months.map((it) => it.incomeSyp) },
            { label: t('month.cost'), values: months.map((it) => it.costSyp) },
          ]}
          format={pounds}
        />
      </Panel>
      <Panel title={t('trends.people')} note={t('trends.note')}>
        <PeriodChart
          caption={t('trends.people')}
          periods={periods}
          series={[
            { label: t('month.jobs'), values: months.map((it) => it.jobs) },
            { label: t('month.families'), values: months.map((it) => it.families) },
          ]}
        />
      </Panel>
    </div>
  );
}
