import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type ConvoyView, isOnTheRoad } from './convoy-view.ts';
import classes from './RouteProgress.module.css';
import { stageOf } from './scene-of.ts';

/** The way laid flat, in the map's own language: done solid, ahead dashed, a mark per stop, a head that drives. */
export function RouteProgress({ view }: { view: ConvoyView }) {
  const { t } = useTranslation('live-map');
  const { percent } = useFormat();
  const share = Math.round(view.progress * 1000) / 1000;
  const ends = view.stops.filter(({ place }) => place !== 'skipped');
  const endShare = ends.at(-1)?.share ?? 1;
  const left = ends.filter(({ place }) => place !== 'reached').length;
  return (
    <span
      className={classes.way}
      data-stage={stageOf(view)}
      role="progressbar"
      aria-label={t('row.progress')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={t('row.progressValue', {
        share: percent(share),
        stops: t('row.stops', { count: left }),
      })}
    >
      <span className={classes.ahead} />
      <span className={classes.done} style={{ inlineSize: `${share * 100}%` }} />
      <span className={classes.stop} data-reached style={{ insetInlineStart: 0 }} />
      {ends.map(({ stop, place, share: at }, i) => (
        <span
          key={stop.id}
          className={classes.stop}
          data-reached={place === 'reached' || undefined}
          data-last={i === ends.length - 1 || undefined}
          style={{ insetInlineStart: `${(endShare === 0 ? 1 : at / endShare) * 100}%` }}
        />
      ))}
      {isOnTheRoad(view) && <span className={classes.head} style={{ insetInlineStart: `${share * 100}%` }} />}
    </span>
  );
}
