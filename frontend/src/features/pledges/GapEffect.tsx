import type { Pledge } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { StageGlyph } from '../../shared/ui/index.ts';
import { effectOf } from './decision.ts';
import classes from './GapEffect.module.css';

/** What an offer would do to the gap it answers. */
export function GapEffect({ pledge }: { pledge: Pick<Pledge, 'quantity' | 'need'> }) {
  const { t } = useTranslation('pledges');
  const { number } = useFormat();
  const { gap, suggested, excess } = effectOf(pledge);
  if (gap === null) return <div className={classes.effect}>{t('inbox.atLarge')}</div>;
  return (
    <div className={classes.effect}>
      {gap > 0 && (
        <span className={classes.fill} aria-hidden="true">
          <span style={{ inlineSize: `${(suggested / gap) * 100}%` }} />
        </span>
      )}
      <span>
        {gap === 0 ? t('inbox.noGap') : t('inbox.fills', { amount: number(suggested), gap: number(gap) })}
      </span>
      {excess > 0 && (
        <span className={classes.excess}>
          <StageGlyph glyph="delayed" size={12} /> {t('inbox.exceeds', { amount: number(excess) })}
        </span>
      )}
    </div>
  );
}
