import { DELAYED_AFTER_MIN } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/index.ts';
import classes from './DelayTag.module.css';
import { StageGlyph } from './StageGlyph.tsx';

type DelayTagProps = {
  minutes: number;
  /** What was late, where it is not the whole as it now stands. */
  of?: keyof typeof WORDS;
};

const WORDS = {
  convoy: 'delay.late',
  arrival: 'delay.arrivedLate',
} as const;

/** Delay is an axis of its own: shown beside the stage, never instead of it. */
export function DelayTag({ minutes, of = 'convoy' }: DelayTagProps) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  if (minutes <= DELAYED_AFTER_MIN) return <span className={classes.onTime}>{t('delay.onTime')}</span>;
  return (
    <span className={classes.late}>
      <StageGlyph glyph="delayed" size={11} />
      {t(WORDS[of], { duration: duration(minutes) })}
    </span>
  );
}
