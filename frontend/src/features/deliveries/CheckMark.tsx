import { useTranslation } from 'react-i18next';
import { type Glyph, StageGlyph } from '../../shared/ui/index.ts';
import classes from './CountTable.module.css';
import type { Check } from './count.ts';

const GLYPHS: Readonly<Record<Check['kind'], Glyph>> = {
  whole: 'settled',
  differs: 'settled',
  uncounted: 'planned',
  unreadable: 'incident',
  reason: 'delayed',
  short: 'incident',
  over: 'incident',
};

/** Whether a line adds up, in a shape and a word. */
export function CheckMark({ check }: { check: Check }) {
  const { t } = useTranslation('deliveries');
  const isWrong = GLYPHS[check.kind] === 'incident';
  return (
    <span className={classes.mark} data-wrong={isWrong || undefined}>
      <StageGlyph glyph={GLYPHS[check.kind]} size={13} />
      {t(`check.${check.kind}`, 'by' in check ? { by: check.by } : {})}
    </span>
  );
}
