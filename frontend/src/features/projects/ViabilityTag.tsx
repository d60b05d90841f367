import type { ProjectTrend, ProjectViability, ViabilityStanding } from '@qafila/contract';
import { IconArrowRight, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Glyph, StageGlyph } from '../../shared/ui/index.ts';
import classes from './ViabilityTag.module.css';

const GLYPHS: Readonly<Record<ViabilityStanding, Glyph>> = {
  paid_back: 'settled',
  sound: 'en_route',
  slow: 'delayed',
  losing: 'incident',
};

/** Whether it earns its budget back, and in how many months: a shape, a word and a number. */
export function ViabilityTag({ viability }: { viability: ProjectViability }) {
  const { t } = useTranslation('projects');
  const { standing, basis, months } = viability;
  return (
    <span className={classes.tag}>
      <StageGlyph glyph={GLYPHS[standing]} />
      <span>
        {t(`standing.${standing}`)}
        <small>
          {months === null ? t('never') : t('months', { count: months })}
          {basis === 'plan' && ` · ${t('byPlan')}`}
        </small>
      </span>
    </span>
  );
}

const ICONS = { rising: IconTrendingUp, steady: IconArrowRight, falling: IconTrendingDown } as const;

export function TrendTag({ trend }: { trend: ProjectTrend | null }) {
  const { t } = useTranslation('projects');
  if (trend === null) return <span className={classes.early}>{t('trend.early')}</span>;
  const Icon = ICONS[trend];
  return (
    <span className={classes.trend}>
      <Icon size={16} aria-hidden="true" /> {t(`trend.${trend}`)}
    </span>
  );
}
