import { readVisitFigures, type VisitFigures, VisitResult } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Panel, QueryView, useIsPhone, useUrlState } from '../../shared/ui/index.ts';
import { BarList, KeyFigures, Trend } from '../../shared/ui/records/index.ts';
import classes from './FiguresView.module.css';
import { MonthsSelect } from './MonthsSelect.tsx';
import { monthsIn } from './months.ts';

/** How many visits there were, what they found, and what of it is still open. */
export function FiguresView() {
  const [text, setText] = useUrlState('months', '');
  const months = monthsIn(text);
  const query = useApiQuery(readVisitFigures, { query: { months } });
  return (
    <QueryView query={query}>
      {(figures) => <Figures figures={figures} months={months} onMonths={setText} />}
    </QueryView>
  );
}

type FiguresProps = { figures: VisitFigures; months: number; onMonths: (text: string | null) => void };

/** More columns than this have no room for names. */
const NAMED_MAX = 12;

/** `2026-03` as 3, or as 3/26 where the same month comes twice. */
function shortMonth(month: string, months: number): string {
  const number = String(Number(month.slice(5)));
  return months > NAMED_MAX ? `${number}/${month.slice(2, 4)}` : number;
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0);

function Figures({ figures, months, onMonths }: FiguresProps) {
  const { t } = useTranslation('visits');
  const { number, digits, month } = useFormat();
  const isPhone = useIsPhone();
  const ofResult = (result: VisitResult) => figures.months.reduce((all, it) => all + it.byResult[result], 0);
  const total = sum(Object.fromEntries(VisitResult.options.map((result) => [result, ofResult(result)])));
  return (
    <div className={classes.figures}>
      <KeyFigures
        figures={[
          { key: 'visits', label: t('figures.visits', { count: months }), value: number(total) },
          {
            key: 'open',
            label: t('figures.open'),
            value: number(sum(figures.open)),
            href: '/visits?view=findings',
          },
          {
            key: 'overdue',
            label: t('figures.overdue'),
            value: number(sum(figures.overdue)),
            href: '/visits?view=findings&findings=overdue',
          },
          {
            key: 'answered',
            label: t('figures.answered'),
            value: number(sum(figures.answered)),
            href: '/visits?view=findings&findings=answered',
          },
        ]}
      />
      <Panel title={t('figures.byMonth')} aside={<MonthsSelect months={months} onChange={onMonths} />}>
        <Trend
          caption={t('figures.byMonth')}
          periods={figures.months.map((it) =>
            isPhone || months > NAMED_MAX ? digits(shortMonth(it.month, months)) : month(it.month),
          )}
          series={[{ label: t('title'), values: figures.months.map((it) => sum(it.byResult)) }]}
        />
      </Panel>
      <div className={classes.pair}>
        <Panel title={t('figures.byResult')}>
          <BarList
            caption={t('figures.byResult')}
            bars={VisitResult.options.map((result) => ({
              key: result,
              label: t(`result.${result}`),
              value: ofResult(result),
            }))}
          />
        </Panel>
        <Panel title={t('figures.bySeverity')}>
          <BarList
            caption={t('figures.bySeverity')}
            bars={(['critical', 'major', 'minor'] as const).map((severity) => ({
              key: severity,
              label: t(`result.${severity}`),
              value: figures.open[severity] + figures.answered[severity],
              note:
                figures.overdue[severity] > 0
                  ? t('figures.overdueOf', { count: figures.overdue[severity] })
                  : undefined,
            }))}
          />
        </Panel>
      </div>
    </div>
  );
}
