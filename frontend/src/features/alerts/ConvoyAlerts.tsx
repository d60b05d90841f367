import type { Alert } from '@qafila/contract';
import { useFormat } from '../../shared/format/index.ts';
import { AlertActions } from './AlertActions.tsx';
import { AlertGlyph } from './AlertGlyph.tsx';
import { saidOf, severityOf } from './alert-view.ts';
import classes from './ConvoyAlerts.module.css';
import { useAlertText } from './useAlertText.ts';

/** Alerts of one convoy in little room, each with what can be done about it. */
export function ConvoyAlerts({ alerts }: { alerts: readonly Alert[] }) {
  const textOf = useAlertText();
  const { time } = useFormat();
  return (
    <ul className={classes.alerts}>
      {alerts.map((alert) => (
        <li key={alert.id} className={classes.alert} data-severity={severityOf(alert)}>
          <AlertGlyph kind={alert.kind} />
          <span className={classes.text}>{textOf(saidOf(alert))}</span>
          <time className={classes.time} dateTime={alert.beganAt}>
            {time(alert.beganAt)}
          </time>
          <span className={classes.actions}>
            <AlertActions alert={alert} />
          </span>
        </li>
      ))}
    </ul>
  );
}
