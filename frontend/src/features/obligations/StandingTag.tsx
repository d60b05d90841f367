import type { Obligation, ObligationStanding } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useWord } from '../../shared/i18n/index.ts';
import { type Glyph, StageGlyph } from '../../shared/ui/index.ts';
import classes from './StandingTag.module.css';

export const STANDING_GLYPHS: Readonly<Record<ObligationStanding, Glyph>> = {
  later: 'planned',
  soon: 'loading',
  grace: 'delayed',
  overdue: 'incident',
  in_review: 'en_route',
  settled: 'settled',
};

/** How it stands today; what was returned or waived says so, for its day alone would not. */
export function StandingTag({ obligation: { standing, state } }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const word = useWord();
  const isOver = standing === 'settled';
  return (
    <span className={classes.tag} data-standing={standing}>
      <StageGlyph glyph={state === 'waived' ? 'off' : STANDING_GLYPHS[standing]} size={13} />
      {isOver ? word.state('obligation', state) : t(`standing.${standing}`)}
      {state === 'returned' && ` · ${word.state('obligation', state)}`}
    </span>
  );
}
