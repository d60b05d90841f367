import type { Pledge } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { type Glyph, StageGlyph } from '../../shared/ui/index.ts';
import { type PledgeStage, stageOf } from './journey.ts';
import classes from './PledgeStageTag.module.css';

const GLYPHS: Record<PledgeStage, Glyph> = {
  awaiting: 'planned',
  accepted: 'planned',
  inWarehouse: 'loading',
  onTheRoad: 'en_route',
  complete: 'settled',
  declined: 'off',
  withdrawn: 'off',
  cancelled: 'off',
};

type PledgeStageTagProps = { pledge: Pick<Pledge, 'status' | 'journey'>; framed?: boolean };

/** Where most of what was promised is now. */
export function PledgeStageTag({ pledge, framed = false }: PledgeStageTagProps) {
  const { t } = useTranslation('pledges');
  const stage = stageOf(pledge);
  return (
    <span className={classes.tag} data-framed={framed || undefined}>
      <StageGlyph glyph={GLYPHS[stage]} /> {t(`stage.${stage}`)}
    </span>
  );
}
