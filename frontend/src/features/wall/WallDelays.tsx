import type { SharedAlert, SharedView } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DelayTag, StageGlyph } from '../../shared/ui/index.ts';
import { AlertGlyph, byUrgency, useAlertText } from '../alerts/index.ts';
import { type ConvoyView, RouteProgress, TimeRange } from '../live-map/index.ts';
import { SharedWay } from './SharedWay.tsx';
import classes from './Wall.module.css';

const CONVOYS_AT_MOST = 2;
const ALERTS_AT_MOST = 3;

type WallDelaysProps = { view: SharedView; convoys: readonly ConvoyView[]; now: Date };

/** What does not go as planned: convoys behind their plan, and open alerts. */
export function WallDelays({ view, convoys, now }: WallDelaysProps) {
  const { t } = useTranslation('wall');
  const late = convoys.filter(({ isLate, convoy }) => isLate && convoy.status !== 'arrived');
  const alerts = [...view.alerts].sort(byUrgency);
  return (
    <section className={`${classes.section} ${classes.shrink}`}>
      <h2>{t('delays')}</h2>
      {late.length === 0 && alerts.length === 0 && (
        <p className={classes.calm}>
          <StageGlyph glyph="settled" size={18} /> {t('noDelays')}
        </p>
      )}
      {late.slice(0, CONVOYS_AT_MOST).map((each) => (
        <LateConvoy key={each.convoy.id} view={each} now={now} />
      ))}
      <ul className={classes.alerts}>
        {alerts.slice(0, ALERTS_AT_MOST).map((alert, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two alerts may be alike in all that they tell
          <WallAlert key={index} alert={alert} />
        ))}
      </ul>
    </section>
  );
}

function LateConvoy({ view, now }: { view: ConvoyView; now: Date }) {
  const { t } = useTranslation('wall');
  const { convoy, eta, delayMinutes } = view;
  return (
    <div className={classes.convoy}>
      <p>
        <Code>{convoy.code}</Code>
        <SharedWay view={view} />
        <DelayTag minutes={delayMinutes} />
        {eta && (
          <span className={classes.eta}>
            {t('eta')} <TimeRange range={eta} now={now} />
          </span>
        )}
      </p>
      <RouteProgress view={view} />
    </div>
  );
}

function WallAlert({ alert }: { alert: SharedAlert }) {
  const { time } = useFormat();
  const textOf = useAlertText();
  return (
    <li>
      <time dateTime={alert.beganAt}>{time(alert.beganAt)}</time>
      <AlertGlyph kind={alert.kind} size={22} />
      <Code>{alert.convoyCode}</Code>
      <span>{textOf(alert)}</span>
    </li>
  );
}
