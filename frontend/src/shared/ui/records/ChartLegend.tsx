import classes from './ChartLegend.module.css';
import type { TrendSeries } from './trend-series.ts';

/** Which column is which; one series alone needs no name. */
export function ChartLegend({ series }: { series: readonly TrendSeries[] }) {
  if (series.length < 2) return null;
  return (
    <figcaption className={classes.legend} aria-hidden="true">
      {series.map(({ label }, index) => (
        <span key={label}>
          <i data-series={index} />
          {label}
        </span>
      ))}
    </figcaption>
  );
}
