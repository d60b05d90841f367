import { useFormat } from '../../format/index.ts';
import { ChartLegend } from './ChartLegend.tsx';
import classes from './PeriodChart.module.css';
import { TrendTable } from './Trend.tsx';
import type { TrendSeries } from './trend-series.ts';

type PeriodChartProps = {
  /** What is counted, for those who hear it. */
  caption: string;
  /** Days or months in the order of time: more of them than have room for a word each. */
  periods: readonly string[];
  /** One or two; values may lie below nothing. */
  series: readonly TrendSeries[];
  format?: (value: number) => string;
};

/** Narrow columns over many days or months, with nothing as their ground; the same figures as a table for the ear. */
export function PeriodChart({ caption, periods, series, format }: PeriodChartProps) {
  const { number } = useFormat();
  const say = format ?? ((value: number) => number(value));
  const values = series.flatMap((it) => it.values);
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const reach = top - bottom || 1;
  return (
    <figure className={classes.chart}>
      <ChartLegend series={series} />
      <div className={classes.plot} aria-hidden="true">
        <div className={classes.scale}>
          <span>{say(top)}</span>
          <span>{bottom < 0 ? say(bottom) : say(0)}</span>
        </div>
        <ol className={classes.columns}>
          {periods.map((period, at) => (
            <li key={period}>
              <Half
                share={top / reach}
                values={series.map((it) => Math.max(0, it.values[at] ?? 0))}
                most={top}
              />
              {bottom < 0 && (
                <Half
                  below
                  share={-bottom / reach}
                  values={series.map((it) => Math.max(0, -(it.values[at] ?? 0)))}
                  most={-bottom}
                />
              )}
            </li>
          ))}
        </ol>
      </div>
      <div className={classes.ends} aria-hidden="true">
        <span>{periods[0]}</span>
        <span>{periods.at(-1)}</span>
      </div>
      <TrendTable caption={caption} periods={periods} series={series} say={say} />
    </figure>
  );
}

type HalfProps = { share: number; values: readonly number[]; most: number; below?: boolean };

/** What rises above nothing, or falls below it, in one period. */
function Half({ share, values, most, below = false }: HalfProps) {
  return (
    <span className={classes.half} data-below={below || undefined} style={{ blockSize: `${share * 100}%` }}>
      {values.map((value, index) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: a series has no other name here
          key={index}
          data-series={index}
          style={{ blockSize: most > 0 ? `${(value / most) * 100}%` : 0 }}
        />
      ))}
    </span>
  );
}
