import type { ApplicationStage } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { type Glyph, StageGlyph } from '../../shared/ui/index.ts';
import classes from './ApplicationStageTag.module.css';

const GLYPHS: Readonly<Record<ApplicationStage, Glyph>> = {
  draft: 'planned',
  submitted: 'arrived',
  returned: 'delayed',
  under_review: 'loading',
  refused: 'off',
  declared: 'settled',
};

/** Where an application stands, in words. */
export function ApplicationStageTag({ stage }: { stage: ApplicationStage }) {
  const { t } = useTranslation('associations');
  return (
    <span className={classes.tag}>
      <StageGlyph glyph={GLYPHS[stage]} />
      {t(`stage.${stage}`)}
    </span>
  );
}
