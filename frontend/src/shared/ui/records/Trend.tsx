import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.ts';
import { ChartLegend } from './ChartLegend.tsx';
import classes from './Trend.module.css';
import type { TrendSeries } from './trend-series.ts';

type TrendProps = {
  /** What is counted, for those who hear it. */
  caption: string;
  /** Months or years in the order of time. */
  periods: readonly string[];
  /** The same, short enough to stand under narrow columns. */
  marks?: readonly string[];
  /** One to three. */
  series: readonly TrendSeries[];
  format?: (value: number) => string;
};

const HEIGHT = 100;

/** Columns over months or years, in the direction of reading; the same figures as a table for those who hear it. */
export function Trend({ caption, periods, marks = periods, series, format }: TrendProps) {
  const { number } = useFormat();
  const say = format ?? ((value: number) => number(value));
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  return (
    <figure className={classes.trend}>
      <ChartLegend series={series} />
      <ol className={classes.columns} aria-hidden="true">
        {periods.map((period, at) => (
          <li key={period}>
            {series.length === 1 && (
              <b data-none={series[0]?.values[at] ? undefined : true}>{say(series[0]?.values[at] ?? 0)}</b>
            )}
            <Columns values={series.map(({ values }) => values[at] ?? 0)} most={most} />
            <span>{marks[at]}</span>
          </li>
        ))}
      </ol>
      <TrendTable caption={caption} periods={periods} series={series} say={say} />
    </figure>
  );
}

/** One period: a column for each series, drawn from the foot. */
function Columns({ values, most }: { values: readonly number[]; most: number }) {
  const width = 10 * values.length;
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="presentation">
      {values.map((value, index) => {
        const height = Math.max(value > 0 ? 2 : 0, (value / most) * HEIGHT);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a series has no other name here
            key={index}
            data-series={index}
            x={index * 10 + 1}
            y={HEIGHT - height}
            width={8}
            height={height}
          />
        );
      })}
    </svg>
  );
}

type TrendTableProps = Omit<TrendProps, 'format' | 'marks'> & { say: (value: number) => string };

/** In a box that is hidden: a hidden table itself still takes room at the foot of the page. */
export function TrendTable({ caption, periods, series, say }: TrendTableProps) {
  const { t } = useTranslation('records');
  return (
    <div className="visually-hidden">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            {series.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((period, at) => (
            <tr key={period}>
              <th scope="row">{period}</th>
              {series.map(({ label, values }) => (
                <td key={label}>{say(values[at] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
