import { UnstyledButton } from '@mantine/core';
import type { LiveMap } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { CoverageBar, sharesOfKg } from '../../shared/ui/index.ts';
import classes from './LargestGaps.module.css';

export type Destination = LiveMap['destinations'][number];

export function byGap(destinations: readonly Destination[]): Destination[] {
  return [...destinations].sort((a, b) => b.coverage.gapKg - a.coverage.gapKg);
}

type LargestGapsProps = {
  destinations: readonly Destination[];
  count: number;
  onSelect: (siteId: string) => void;
  onShowAll: () => void;
};

/** The destinations that miss most. */
export function LargestGaps({ destinations, count, onSelect, onShowAll }: LargestGapsProps) {
  const { t } = useTranslation('live-map');
  const { name, weight } = useFormat();
  const open = byGap(destinations).filter(({ coverage }) => coverage.gapKg > 0);
  return (
    <section className={classes.gaps} aria-labelledby="live-gaps">
      <header className={classes.head}>
        <h2 id="live-gaps">{t('gaps.title')}</h2>
        <UnstyledButton className={classes.all} onClick={onShowAll}>
          {t('gaps.all')}
        </UnstyledButton>
      </header>
      {open.length === 0 && destinations.length > 0 && <p className={classes.none}>{t('gaps.none')}</p>}
      <ul>
        {open.slice(0, count).map(({ site, coverage }) => (
          <li key={site.id}>
            <UnstyledButton className={classes.row} data-site={site.id} onClick={() => onSelect(site.id)}>
              <span className={classes.name}>{name(site)}</span>
              <CoverageBar coverage={sharesOfKg(coverage)} formatAmount={weight} />
              <b>{weight(coverage.gapKg)}</b>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
