import type { CampaignSummary, ConvoyStatus } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import {
  COVERAGE_PARTS,
  CoverageBar,
  CoverageSwatch,
  STATE_GLYPHS,
  StageGlyph,
  sharesOfKg,
} from '../../shared/ui/index.ts';
import { DUE_SOON_HOURS } from '../needs/index.ts';
import classes from './KeyFigures.module.css';

/** The campaign in one band. Its five parts are the legend of every coverage bar below. */
export function KeyFigures({ summary }: { summary: CampaignSummary }) {
  const { t } = useTranslation('campaigns');
  return (
    <section className={classes.band} aria-label={t('figures.coverage')}>
      <CoverageFigure summary={summary} />
      <dl className={classes.figures}>
        <DueSoon count={summary.dueSoonCount} />
        <Convoys counts={summary.convoyCounts} />
        <Associations summary={summary} />
        <Losses summary={summary} />
      </dl>
    </section>
  );
}

function CoverageFigure({ summary }: { summary: CampaignSummary }) {
  const { t } = useTranslation('campaigns');
  const { weight, tonnes, percent } = useFormat();
  const shares = sharesOfKg(summary.coverage);
  const { neededKg } = summary.coverage;
  return (
    <div className={classes.coverage}>
      <div className={classes.caption}>
        <strong>{t('figures.coverage')}</strong>
        <span>{t('figures.needed', { weight: weight(neededKg) })}</span>
      </div>
      <CoverageBar coverage={shares} size="hero" formatAmount={weight} />
      <dl className={classes.parts}>
        {COVERAGE_PARTS.map((part) => (
          <div key={part}>
            <dt>
              <CoverageSwatch part={part} /> {t(`coverage.${part}`)}
            </dt>
            <dd>
              <b>{tonnes(shares[part])}</b> {t('measure.tonne')}
              {neededKg > 0 && <span className={classes.share}>{percent(shares[part] / neededKg)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type FigureProps = { term: string; value: ReactNode; children: ReactNode };

function Figure({ term, value, children }: FigureProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
      <dd className={classes.note}>{children}</dd>
    </div>
  );
}

function DueSoon({ count }: { count: number }) {
  const { t } = useTranslation('campaigns');
  const { number } = useFormat();
  return (
    <Figure
      term={t('figures.dueSoon', { hours: DUE_SOON_HOURS })}
      value={
        <>
          <b>{number(count)}</b>
          {count > 0 && <StageGlyph glyph="delayed" size={16} />}
        </>
      }
    >
      {t('figures.dueSoonNote')}
    </Figure>
  );
}

/** Those on the move first; drafts and what was cancelled are not counted as convoys. */
const SHOWN = [
  'settled',
  'arrived',
  'en_route',
  'held',
  'loading',
  'planned',
] as const satisfies readonly ConvoyStatus[];

function Convoys({ counts }: { counts: CampaignSummary['convoyCounts'] }) {
  const { t } = useTranslation('campaigns');
  const { number } = useFormat();
  const word = useWord();
  const present = SHOWN.filter((status) => (counts[status] ?? 0) > 0);
  const total = present.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  return (
    <Figure term={t('figures.convoys')} value={<b>{number(total)}</b>}>
      {present.length === 0 && t('figures.noConvoys')}
      {present.map((status) => (
        <span key={status} className={classes.stage} title={word.state('convoy', status)}>
          <StageGlyph glyph={STATE_GLYPHS.convoy[status] ?? 'planned'} size={11} />{' '}
          {number(counts[status] ?? 0)}
          <span className="visually-hidden">{word.state('convoy', status)}</span>
        </span>
      ))}
    </Figure>
  );
}

function Associations({ summary }: { summary: CampaignSummary }) {
  const { t } = useTranslation('campaigns');
  const { number } = useFormat();
  return (
    <Figure term={t('figures.associations')} value={<b>{number(summary.associationCount)}</b>}>
      {t('figures.destinations', { count: summary.destinationCount })}
    </Figure>
  );
}

function Losses({ summary }: { summary: CampaignSummary }) {
  const { t } = useTranslation('campaigns');
  const { number, percent } = useFormat();
  const lostKg = summary.damagedKg + summary.missingKg;
  const handedOverKg = summary.coverage.deliveredKg + lostKg;
  return (
    <Figure
      term={t('figures.losses')}
      value={
        <>
          <b>{number(lostKg, lostKg < 100 ? 1 : 0)}</b> {t('unit.kilogram')}
        </>
      }
    >
      {lostKg > 0 ? t('figures.lossShare', { share: percent(lostKg / handedOverKg) }) : t('figures.noLosses')}
    </Figure>
  );
}
