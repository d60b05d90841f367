import type { SharedView } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import type { Insets } from '../../shared/map/index.ts';
import { Logo, useDocumentTitle } from '../../shared/ui/index.ts';
import type { ConvoyView } from '../live-map/index.ts';
import { AsOf } from './AsOf.tsx';
import { ShareMap } from './ShareMap.tsx';
import { useSharedClock, useSharedConvoys } from './use-shared-convoys.ts';
import { useWallScale } from './use-wall-scale.ts';
import classes from './Wall.module.css';
import { WallCoverage } from './WallCoverage.tsx';
import { WallDelays } from './WallDelays.tsx';
import { WallEvents } from './WallEvents.tsx';
import { WallFigures } from './WallFigures.tsx';

type WallProps = { view: SharedView; readAtMs: number; isStale: boolean };

/** The campaign at a glance, for a screen that hangs on a wall: read from afar, and touched by nobody. */
export function Wall({ view, readAtMs, isStale }: WallProps) {
  const { t } = useTranslation('wall');
  const { name } = useFormat();
  const now = useSharedClock(view, readAtMs);
  const convoys = useSharedConvoys(view, now);
  useDocumentTitle(name(view.campaign));
  return (
    <div className={classes.wall}>
      <header className={classes.head}>
        <span className={classes.logo}>
          <Logo size={40} />
        </span>
        <h1>{name(view.campaign)}</h1>
        {view.isDemo && <span className={classes.demo}>{t('shell.demo')}</span>}
        <span className={classes.end}>
          <AsOf isStale={isStale} readAtMs={readAtMs} precision={view.precision} />
          <Clock now={now} />
        </span>
      </header>
      <MapSide view={view} convoys={convoys} now={now} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.side} tabIndex={0} aria-label={t('figures')}>
        <WallFigures view={view} />
        <WallCoverage view={view} />
        {view.precision === 'exact' && <WallDelays view={view} convoys={convoys} now={now} />}
        <WallEvents view={view} now={now} />
      </section>
    </div>
  );
}

function Clock({ now }: { now: Date }) {
  const { longDate, time } = useFormat();
  return (
    <>
      <span className={classes.date}>{longDate(now)}</span>
      <time className={classes.clock} dateTime={now.toISOString()}>
        {time(now)}
      </time>
    </>
  );
}

const INSETS: Insets = { top: 12, right: 16, bottom: 12, left: 16 };

function MapSide({ view, convoys, now }: { view: SharedView; convoys: readonly ConvoyView[]; now: Date }) {
  const { t } = useTranslation('wall');
  const markScale = useWallScale();
  return (
    <main className={classes.map}>
      <ShareMap
        key={markScale}
        view={view}
        convoys={convoys}
        now={now}
        markScale={markScale}
        isInteractive={false}
        insets={INSETS}
      />
      {view.precision === 'coarse' && <p className={classes.coarse}>{t('coarse')}</p>}
    </main>
  );
}
