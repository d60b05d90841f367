import { useTranslation } from 'react-i18next';
import classes from './CoverageBar.module.css';
import { CoverageSwatch } from './CoverageBar.tsx';
import { COVERAGE_PARTS, type CoverageShares } from './coverage.ts';

type CoverageLegendProps = { coverage?: CoverageShares; formatAmount?: (amount: number) => string };

/** What each fill means; with amounts when both are given. */
export function CoverageLegend({ coverage, formatAmount }: CoverageLegendProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes.legend}>
      {COVERAGE_PARTS.map((part) => (
        <li key={part}>
          <CoverageSwatch part={part} />
          {t(`coverage.${part}`)}
          {coverage && formatAmount && <b>{formatAmount(coverage[part])}</b>}
        </li>
      ))}
    </ul>
  );
}
