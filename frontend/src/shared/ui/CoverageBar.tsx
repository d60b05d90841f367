import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/index.ts';
import classes from './CoverageBar.module.css';
import { COVERAGE_PARTS, type CoveragePart, type CoverageShares } from './coverage.ts';

type CoverageBarProps = {
  coverage: CoverageShares;
  size?: 'cell' | 'card' | 'hero';
  /** How an amount is spoken; whole numbers unless told, such as `format.weight` for kilograms. */
  formatAmount?: (amount: number) => string;
};

/**
 * Delivered → aboard → on hand → pledged → gap, always in this order and from the reading side. The firmer the help,
 * the more solid the fill, so it reads without colour.
 */
export function CoverageBar({ coverage, size = 'cell', formatAmount }: CoverageBarProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const amountOf = formatAmount ?? number;
  const words = COVERAGE_PARTS.map((part) =>
    t('coverage.part', { part: t(`coverage.${part}`), amount: amountOf(coverage[part]) }),
  );
  return (
    <div className={classes.bar} data-size={size} role="img" aria-label={words.join(t('coverage.separator'))}>
      {COVERAGE_PARTS.filter((part) => coverage[part] > 0).map((part) => (
        <span key={part} className={classes.segment} data-part={part} style={{ flexGrow: coverage[part] }} />
      ))}
    </div>
  );
}

/** The square of a legend: the same fill as the bar's segment. */
export function CoverageSwatch({ part }: { part: CoveragePart }) {
  return <span className={classes.swatch} data-part={part} aria-hidden="true" />;
}
