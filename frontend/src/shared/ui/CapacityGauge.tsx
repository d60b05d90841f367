import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/index.ts';
import classes from './CapacityGauge.module.css';
import { StageGlyph } from './StageGlyph.tsx';

/** The track runs past the limit, so that an excess has somewhere to be seen; a tick marks the limit. */
const SCALE = 1.25;

type CapacityGaugeProps = {
  label: string;
  /** Word of the unit, such as طن. */
  unit: string;
  used: number;
  max: number;
  /** Hatched: would be added. */
  proposed?: number;
  /** Crossed: was refused. */
  refused?: number;
};

/** Weight or volume of one vehicle, in tonnes or cubic metres. */
export function CapacityGauge({ label, unit, used, max, proposed = 0, refused = 0 }: CapacityGaugeProps) {
  const { t } = useTranslation();
  const { number, percent } = useFormat();
  const total = used + proposed;
  const over = total + refused - max;
  const widthOf = (value: number) => ({
    inlineSize: `${(Math.min(value, max * SCALE) / (max * SCALE)) * 100}%`,
  });
  return (
    <div className={classes.gauge}>
      <div className={classes.caption}>
        <span>{label}</span>
        <span className={classes.value}>
          <b>{number(total, 1)}</b> / {number(max, 1)} {unit}
        </span>
        <span className={classes.share}>{percent(total / max)}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a <meter> cannot hold three fills and a limit */}
      <div
        className={classes.track}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(total, max)}
        aria-valuetext={t('gauge.spoken', { used: number(total, 1), max: `${number(max, 1)} ${unit}` })}
      >
        <span className={classes.used} style={widthOf(used)} />
        <span className={classes.proposed} style={widthOf(proposed)} />
        <span className={classes.refused} style={widthOf(refused)} />
        <span className={classes.limit} style={{ insetInlineStart: `${100 / SCALE}%` }} />
      </div>
      {over > 0.05 && (
        <div className={classes.over}>
          <StageGlyph glyph="incident" size={11} />
          {t('gauge.over', { amount: `${number(over, 1)} ${unit}` })}
        </div>
      )}
    </div>
  );
}
