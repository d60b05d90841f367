import type { JobOutcome } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { type Glyph, StageGlyph } from '../../shared/ui/index.ts';
import classes from './JobsPage.module.css';

const GLYPHS: Readonly<Record<JobOutcome, Glyph>> = {
  running: 'loading',
  succeeded: 'settled',
  failed: 'incident',
  cut_short: 'delayed',
};

export function OutcomeMark({ outcome }: { outcome: JobOutcome }) {
  const { t } = useTranslation('jobs');
  return (
    <span className={classes.outcome}>
      <StageGlyph glyph={GLYPHS[outcome]} size={14} />
      {t(`outcome.${outcome}`)}
    </span>
  );
}
