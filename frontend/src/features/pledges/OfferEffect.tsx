import type { Need } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { CoverageBar, StageGlyph } from '../../shared/ui/index.ts';
import { withPledge } from '../needs/index.ts';
import classes from './PledgeForms.module.css';

/** What would still be missing after the promise; the bar answers as it is typed. */
export function OfferEffect({ need, quantity }: { need: Need; quantity: number }) {
  const { t } = useTranslation('pledges');
  const { number } = useFormat();
  const { gap } = need.coverage;
  const after = withPledge(need.coverage, quantity);
  return (
    <div className={classes.effect} aria-live="polite">
      <div className={classes.words}>
        <span>{t('offer.remains')}</span>
        <b>{number(after.gap)}</b>
        <span>{t('offer.insteadOf', { gap: number(gap) })}</span>
      </div>
      <CoverageBar coverage={after} size="card" />
      {quantity > gap && (
        <div className={classes.over}>
          <StageGlyph glyph="delayed" size={12} /> {t('offer.over', { amount: number(quantity - gap) })}
        </div>
      )}
    </div>
  );
}
