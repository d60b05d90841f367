import { DELAYED_AFTER_MIN } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/index.ts';
import classes from './DelayTag.module.css';
import { StageGlyph } from './StageGlyph.tsx';

/** Delay is an axis of its own: shown beside the stage, never instead of it. */
export function DelayTag({ minutes }: { minutes: number }) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  if (minutes <= DELAYED_AFTER_MIN) return <span className={classes.onTime}>{t('delay.onTime')}</span>;
  return (
    <span className={classes.late}>
      <StageGlyph glyph="delayed" size={11} />
      {t('delay.late', { duration: duration(minutes) })}
    </span>
  );
}
