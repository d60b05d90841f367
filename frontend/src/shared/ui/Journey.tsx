import type { Journey as JourneyOf } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/index.ts';
import classes from './Journey.module.css';
import { StageGlyph } from './StageGlyph.tsx';

const STEPS = ['pledged', 'accepted', 'received', 'loaded', 'delivered'] as const;

/** Steps whose shortfall is final: goods not loaded or not delivered are only on their way. */
const FINAL = new Set<string>(['accepted', 'received']);

/**
 * How far a promise went. Each step is a share of what was pledged, so a shrinking quantity is seen, not told; the
 * last step carries damaged and missing beside what arrived.
 */
export function Journey({ journey }: { journey: JourneyOf }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const reached = STEPS.filter((step) => journey[step] > 0).length;
  const lost = journey.damaged + journey.missing;
  const widthOf = (quantity: number) => `${Math.min(100, (quantity / journey.pledged) * 100)}%`;
  return (
    <ol className={classes.journey}>
      {STEPS.map((step, index) => {
        const isReached = index < reached;
        const before = journey[STEPS[index - 1] ?? step];
        const isLast = step === 'delivered';
        return (
          <li
            key={step}
            data-reached={isReached || undefined}
            data-current={index === reached - 1 || undefined}
          >
            <span className={classes.track}>
              <span
                className={classes.done}
                style={{ inlineSize: widthOf(journey[step]) }}
                data-last={isLast || undefined}
              />
              {isLast && lost > 0 && <span className={classes.lost} style={{ inlineSize: widthOf(lost) }} />}
            </span>
            <span className={classes.label}>{t(`journey.${step}`)}</span>
            <b>{isReached ? number(journey[step]) : '–'}</b>
            {isReached && FINAL.has(step) && journey[step] !== before && (
              <small>
                <bdi dir="ltr">{signed(journey[step] - before, number)}</bdi>
              </small>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function signed(difference: number, number: (value: number) => string): string {
  return difference > 0 ? `+${number(difference)}` : number(difference);
}

/** What of a pledge arrived damaged or not at all; nothing when all is well. */
export function JourneyLoss({ journey }: { journey: JourneyOf }) {
  const { t } = useTranslation();
  if (journey.damaged + journey.missing === 0) return null;
  return (
    <span className={classes.loss}>
      <StageGlyph glyph="incident" size={11} />
      {t('journey.loss', { damaged: journey.damaged, missing: journey.missing })}
    </span>
  );
}
