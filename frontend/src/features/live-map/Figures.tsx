import type { CampaignSummary } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { COVERAGE_PARTS, CoverageBar, CoverageSwatch, sharesOfKg } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { type ConvoyView, isOnTheRoad } from './convoy-view.ts';
import classes from './Figures.module.css';

type FiguresProps = { campaignId: string; summary: CampaignSummary; convoys: readonly ConvoyView[] };

/** Coverage as one number, never without the share that really arrived, and the five quantities it is made of. */
export function Figures({ campaignId, summary, convoys }: FiguresProps) {
  const { t } = useTranslation('live-map');
  const { number } = useFormat();
  return (
    <section className={classes.figures} aria-label={t('figures.title')}>
      <div className={classes.head}>
        <Covered campaignId={campaignId} coverage={summary.coverage} />
        <dl className={classes.pair}>
          <div>
            <dt>{t('figures.moving')}</dt>
            <dd>
              {number(convoys.filter(isOnTheRoad).length)}{' '}
              <small>{t('figures.of', { count: convoys.length })}</small>
            </dd>
          </div>
          <div>
            <dt>{t('figures.associations')}</dt>
            <dd>{number(summary.associationCount)}</dd>
          </div>
        </dl>
      </div>
      {summary.coverage.neededKg > 0 && <Parts coverage={summary.coverage} />}
    </section>
  );
}

type CoverageProps = { coverage: CampaignSummary['coverage'] };

function Covered({ campaignId, coverage }: CoverageProps & { campaignId: string }) {
  const { t } = useTranslation('live-map');
  const { percent, weight } = useFormat();
  const can = useCan();
  const { neededKg, gapKg, deliveredKg } = coverage;
  return (
    <div>
      <h2 className={classes.eyebrow}>{t('figures.covered')}</h2>
      {neededKg === 0 ? (
        <p className={classes.none}>
          {t('figures.noNeeds')}
          {can('need:manage') && <Link href={`/c/${campaignId}`}>{t('figures.addNeeds')}</Link>}
        </p>
      ) : (
        <p className={classes.main}>
          <b className={classes.share}>{percent((neededKg - gapKg) / neededKg)}</b>
          <span className={classes.beside}>
            {t('figures.ofNeeded', { weight: weight(neededKg) })}
            <b>{t('figures.delivered', { share: percent(deliveredKg / neededKg) })}</b>
          </span>
        </p>
      )}
    </div>
  );
}

function Parts({ coverage }: CoverageProps) {
  const { t } = useTranslation('live-map');
  const { tonnes, weight } = useFormat();
  const shares = sharesOfKg(coverage);
  return (
    <>
      <CoverageBar coverage={shares} size="card" formatAmount={weight} />
      <dl className={classes.parts}>
        {COVERAGE_PARTS.map((part) => (
          <div key={part}>
            <dt>
              <CoverageSwatch part={part} />
              {t(`common:coverage.${part}`)}
            </dt>
            <dd>
              {tonnes(shares[part])} <small>{t('common:measure.tonne')}</small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
