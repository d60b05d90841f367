import { SegmentedControl, Select } from '@mantine/core';
import { type RegistryFigures, readRegistryFigures } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Panel, QueryView, useUrlState } from '../../shared/ui/index.ts';
import { KeyFigures, Trend } from '../../shared/ui/records/index.ts';
import { Breakdown, type Mode } from './Breakdown.tsx';
import classes from './GlancePage.module.css';
import { OpenApplications } from './OpenApplications.tsx';
import { RegistryFrame } from './RegistryFrame.tsx';

/** How many were declared, when, of which kind, in which field and where. */
export function GlancePage() {
  const { t } = useTranslation('associations');
  const { digits } = useFormat();
  const [year, setYear] = useUrlState('of', 'all');
  const [mode, setMode] = useUrlState<Mode>('as', 'chart');
  const isAll = year === 'all';
  const query = useApiQuery(readRegistryFigures, { query: isAll ? {} : { year: Number(year) } });
  const years = query.data?.years.map((it) => String(it.year)).reverse() ?? [];
  const choices = [...new Set([...years, ...(isAll ? [] : [year])])];
  return (
    <RegistryFrame tab="glance">
      <div className={classes.choices}>
        <Select
          aria-label={t('glance.year')}
          allowDeselect={false}
          data={[
            ...choices.map((value) => ({ value, label: t('declaredInYear', { year: digits(value) }) })),
            { value: 'all', label: t('glance.allYears') },
          ]}
          value={year}
          onChange={setYear}
        />
        <SegmentedControl
          aria-label={t('glance.as')}
          data={(['chart', 'table'] as const).map((value) => ({ value, label: t(`glance.${value}`) }))}
          value={mode}
          onChange={(chosen) => setMode(chosen as Mode)}
        />
      </div>
      <QueryView query={query}>{(figures) => <Figures figures={figures} mode={mode} />}</QueryView>
    </RegistryFrame>
  );
}

type FiguresProps = { figures: RegistryFigures; mode: Mode };

function Figures({ figures, mode }: FiguresProps) {
  return (
    <>
      <Headline figures={figures} />
      <div className={classes.panels}>
        <Years figures={figures} />
        <OpenApplications />
        <Breakdown of="kind" figures={figures} mode={mode} />
        <Breakdown of="sector" figures={figures} mode={mode} />
        <Breakdown of="governorate" figures={figures} mode={mode} />
      </div>
    </>
  );
}

function Headline({ figures }: { figures: RegistryFigures }) {
  const { t } = useTranslation('associations');
  const { number, digits } = useFormat();
  const { year, declared, declaredThisYear, statuses } = figures;
  const inState = (status: string) => statuses.find((it) => it.status === status)?.count ?? 0;
  return (
    <KeyFigures
      figures={[
        {
          key: 'declared',
          label:
            year === null ? t('glance.declaredEver') : t('declaredInYear', { year: digits(String(year)) }),
          value: number(declared),
          note:
            year === new Date().getFullYear() ? undefined : t('glance.thisYear', { count: declaredThisYear }),
          href: year === null ? '/associations/list' : `/associations/list?year=${year}`,
        },
        {
          key: 'now',
          label: t('glance.declaredNow'),
          value: number(inState('declared')),
          href: '/associations/list?status=declared',
        },
        {
          key: 'suspended',
          label: t('glance.suspended'),
          value: number(inState('suspended')),
          href: '/associations/list?status=suspended',
        },
        {
          key: 'open',
          label: t('glance.open'),
          value: number(inState('applied') + inState('under_review')),
          href: '/associations/applications',
        },
      ]}
    />
  );
}

/** Years with a column of their own; all before them stand in one. */
const OWN_COLUMNS = 8;

/** Columns over the years; within one year, over its months. */
function Years({ figures: { year, years, months } }: { figures: RegistryFigures }) {
  const { t } = useTranslation('associations');
  const { digits, month, number } = useFormat();
  const earlier = years.slice(0, -OWN_COLUMNS);
  const recent = years.slice(-OWN_COLUMNS);
  const ofYears = recent.map((it) => {
    const label = digits(String(it.year));
    return { label, mark: label, count: it.count };
  });
  if (earlier.length > 0) {
    const count = earlier.reduce((sum, it) => sum + it.count, 0);
    const label = t('glance.before', { year: ofYears[0]?.label });
    ofYears.unshift({ label, mark: '…', count });
  }
  const inMonths = months.map((it) => month(`${year}-${String(it.month).padStart(2, '0')}`));
  const title = t(year === null ? 'glance.byYear' : 'glance.byMonth');
  return (
    <Panel title={title}>
      <Trend
        caption={title}
        periods={year === null ? ofYears.map((it) => it.label) : inMonths}
        marks={year === null ? ofYears.map((it) => it.mark) : months.map((it) => number(it.month))}
        series={[
          {
            label: t('glance.declarations'),
            values: (year === null ? ofYears : months).map((it) => it.count),
          },
        ]}
      />
    </Panel>
  );
}
