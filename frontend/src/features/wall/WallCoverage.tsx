import type { SharedView } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { COVERAGE_PARTS, CoverageBar, CoverageSwatch, sharesOfKg } from '../../shared/ui/index.ts';
import classes from './Wall.module.css';

const AT_MOST = 7;

/** The destinations, those that miss most first. */
export function WallCoverage({ view }: { view: SharedView }) {
  const { t } = useTranslation('wall');
  const { name, percent, weight } = useFormat();
  const missingMost = [...view.destinations].sort((a, b) => b.coverage.gapKg - a.coverage.gapKg);
  if (missingMost.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{t('coverage')}</h2>
      <ul className={classes.key}>
        {COVERAGE_PARTS.filter((part) => part !== 'aboard' || view.precision === 'exact').map((part) => (
          <li key={part}>
            <CoverageSwatch part={part} />
            {part === 'onHand' && view.precision === 'coarse'
              ? t('onHandOrAboard')
              : t(`common:coverage.${part}`)}
          </li>
        ))}
      </ul>
      <ul className={classes.coverage}>
        {missingMost.slice(0, AT_MOST).map(({ site, coverage }) => (
          <li key={site.id}>
            <b>{name(site)}</b>
            <CoverageBar coverage={sharesOfKg(coverage)} size="card" formatAmount={weight} />
            <span>
              {percent(
                coverage.neededKg === 0 ? 1 : (coverage.neededKg - coverage.gapKg) / coverage.neededKg,
              )}
            </span>
            <span className={classes.muted}>{weight(coverage.gapKg)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
