import type { SharedView } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { NO_INSETS } from '../../shared/map/index.ts';
import { Code, DelayTag, Logo, StageTag, useDocumentTitle } from '../../shared/ui/index.ts';
import { AlertGlyph, byUrgency, useAlertText } from '../alerts/index.ts';
import { type ConvoyView, isOnTheRoad, RouteProgress } from '../live-map/index.ts';
import { AsOf } from './AsOf.tsx';
import classes from './Follow.module.css';
import { FollowStops } from './FollowStops.tsx';
import { SharedWay } from './SharedWay.tsx';
import { ShareMap } from './ShareMap.tsx';
import { useSharedClock, useSharedConvoys } from './use-shared-convoys.ts';

type FollowProps = { view: SharedView; readAtMs: number; isStale: boolean };

/** One convoy on the map, for somebody who waits for it. */
export function Follow({ view, readAtMs, isStale }: FollowProps) {
  const { t } = useTranslation('wall');
  const { name } = useFormat();
  const now = useSharedClock(view, readAtMs);
  const convoys = useSharedConvoys(view, now);
  const [convoy] = convoys;
  useDocumentTitle(convoy ? convoy.convoy.code : name(view.campaign));
  return (
    <div className={classes.follow}>
      <header className={classes.head}>
        <Logo size={30} />
        <h1>{name(view.campaign)}</h1>
        <AsOf isStale={isStale} readAtMs={readAtMs} precision={view.precision} />
      </header>
      <main className={classes.map}>
        <ShareMap view={view} convoys={convoys} now={now} markScale={1.15} isInteractive insets={NO_INSETS} />
        {view.precision === 'coarse' && <p className={classes.coarse}>{t('coarse')}</p>}
      </main>
      <section className={classes.side} aria-label={t('convoy')}>
        {convoy ? <ConvoyCard shared={view} view={convoy} now={now} /> : <p>{t('noConvoy')}</p>}
      </section>
    </div>
  );
}

type CardProps = { shared: SharedView; view: ConvoyView; now: Date };

function ConvoyCard({ shared, view, now }: CardProps) {
  const { t } = useTranslation('wall');
  const { distance, weight } = useFormat();
  const { convoy, delayMinutes, isLate } = view;
  const isExact = shared.precision === 'exact';
  return (
    <>
      <h2 className={classes.title}>
        <Code>{convoy.code}</Code> <SharedWay view={view} />
      </h2>
      <p className={classes.tags}>
        <StageTag of="convoy" state={convoy.status} />
        {isExact && (isOnTheRoad(view) || isLate) && <DelayTag minutes={delayMinutes} />}
        <span className={classes.muted}>{weight(convoy.cargoKg)}</span>
      </p>
      {isExact && convoy.status !== 'settled' && <RouteProgress view={view} />}
      {isExact && isOnTheRoad(view) && (
        <p className={classes.muted}>
          {t('road', { done: distance(view.progressM), left: distance(view.leftM) })}
        </p>
      )}
      <Alerts shared={shared} />
      <FollowStops view={view} now={now} hasPlan={isExact} />
    </>
  );
}

function Alerts({ shared: { alerts } }: { shared: SharedView }) {
  const { time } = useFormat();
  const textOf = useAlertText();
  return (
    <ul className={classes.alerts}>
      {[...alerts].sort(byUrgency).map((alert, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two alerts may be alike in all that they tell
        <li key={index}>
          <AlertGlyph kind={alert.kind} />
          <span>{textOf(alert)}</span>
          <time dateTime={alert.beganAt}>{time(alert.beganAt)}</time>
        </li>
      ))}
    </ul>
  );
}
