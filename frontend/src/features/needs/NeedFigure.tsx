import type { Coverage } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { CoverageBar, StageGlyph } from '../../shared/ui/index.ts';
import { DUE_SOON_HOURS } from './coverage.ts';
import classes from './NeedFigure.module.css';

export type Shown = 'gap' | 'delivered' | 'needed';

type NeedFigureProps = { coverage: Coverage; shown: Shown; isDueSoon?: boolean };

/** The number is what is asked about; the bar says how firm the rest is. */
export function NeedFigure({ coverage, shown, isDueSoon = false }: NeedFigureProps) {
  const { t } = useTranslation('needs');
  return (
    <>
      <span className={classes.numbers}>
        <Figure coverage={coverage} shown={shown} />
        {isDueSoon && (
          <span className={classes.soon}>
            <StageGlyph glyph="delayed" size={12} />
            <span className="visually-hidden">{t('matrix.dueSoon', { hours: DUE_SOON_HOURS })}</span>
          </span>
        )}
      </span>
      <CoverageBar coverage={coverage} />
    </>
  );
}

function Figure({ coverage, shown }: { coverage: Coverage; shown: Shown }) {
  const { t } = useTranslation('needs');
  const { number } = useFormat();
  if (shown === 'gap' && coverage.gap === 0) {
    return (
      <span className={classes.covered}>
        <StageGlyph glyph="settled" size={12} /> {t('matrix.covered')}
      </span>
    );
  }
  return (
    <>
      <b>{number(coverage[shown])}</b>
      {shown !== 'needed' && <span className={classes.of}>/ {number(coverage.needed)}</span>}
    </>
  );
}
