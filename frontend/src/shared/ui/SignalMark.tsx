import type { Signal } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { type Moment, useFormat } from '../format/index.ts';
import classes from './SignalMark.module.css';

/** How fresh a vehicle's last fix is: filled, ringed, dotted; with its age where it is known. */
export function SignalMark({ signal, at }: { signal: Signal; at?: Moment | null }) {
  const { t } = useTranslation();
  const { relative } = useFormat();
  return (
    <span className={classes.mark} data-signal={signal}>
      <span className={classes.dot} aria-hidden="true" />
      <span className={classes.word}>{t(`signal.${signal}`)}</span>
      {at != null && <span className={classes.age}>{relative(at)}</span>}
    </span>
  );
}
