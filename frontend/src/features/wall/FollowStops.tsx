import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { StageTag } from '../../shared/ui/index.ts';
import { type ConvoyView, TimeRange } from '../live-map/index.ts';
import classes from './Follow.module.css';

type FollowStopsProps = {
  view: ConvoyView;
  now: Date;
  /** False on a coarse link, which tells nothing of the time ahead. */
  hasPlan: boolean;
};

/** Where it stops: when it came, or when it is expected. */
export function FollowStops({ view: { stops }, now, hasPlan }: FollowStopsProps) {
  const { t } = useTranslation('wall');
  const { name, when } = useFormat();
  return (
    <ol className={classes.stops}>
      {stops.map(({ stop, eta }) => (
        <li key={stop.id}>
          <span>
            <b>{name(stop.site)}</b>
            <StageTag of="stop" state={stop.status} framed={false} />
          </span>
          <span className={classes.when}>
            {stop.arrivedAt && <b>{when(stop.arrivedAt, now)}</b>}
            {!stop.arrivedAt && eta && (
              <b>
                <TimeRange range={eta} now={now} />
              </b>
            )}
            {hasPlan && <small>{t('planned', { when: when(stop.plannedArrivalAt, now) })}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
