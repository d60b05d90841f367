import type { VisitResult } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { StageGlyph } from '../../shared/ui/index.ts';
import classes from './ResultTag.module.css';
import { RESULT_GLYPHS } from './severity.ts';

/** The worst that a visit found, or how severe one finding is: the glyph carries the colour. */
export function ResultTag({ result }: { result: VisitResult }) {
  const { t } = useTranslation('visits');
  return (
    <span className={classes.tag}>
      <StageGlyph glyph={RESULT_GLYPHS[result]} />
      {t(`result.${result}`)}
    </span>
  );
}
