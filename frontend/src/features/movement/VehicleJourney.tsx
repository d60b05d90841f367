import { downloadTrack, readConvoyTrack, TrackFormat, type VehicleMovement } from '@qafila/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, useApiQuery } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Panel } from '../../shared/ui/index.ts';
import { type JourneyPart, journeyOf } from './journey.ts';
import classes from './Movement.module.css';
import { TrackMap } from './TrackMap.tsx';

type VehicleJourneyProps = { convoyId: string; vehicle: VehicleMovement };

/** One vehicle: its track on the map, and its trips and halts in order. */
export function VehicleJourney({ convoyId, vehicle }: VehicleJourneyProps) {
  const { t } = useTranslation('movement');
  const { data } = useApiQuery(readConvoyTrack, { params: { convoyId } });
  const points = useMemo(
    () =>
      (data?.find(({ vehicleId }) => vehicleId === vehicle.vehicleId)?.points ?? []).map(([, lat, lng]) => ({
        lat,
        lng,
      })),
    [data, vehicle.vehicleId],
  );
  const parts = useMemo(() => journeyOf(vehicle), [vehicle]);
  const { vehicleId } = vehicle;
  return (
    <Panel
      flush
      title={t('journey', { plate: isolated(vehicle.plate) })}
      aside={
        <span className={classes.files}>
          {TrackFormat.options.map((format) => (
            <a
              key={format}
              href={addressOf(downloadTrack, { params: { convoyId, format }, query: { vehicleId } })}
              download
            >
              {t(`short.${format}`)}
            </a>
          ))}
        </span>
      }
    >
      <div className={classes.columns}>
        <TrackMap points={points} halts={vehicle.halts} />
        <ol className={classes.parts}>
          {parts.map((part) => (
            <Part key={`${part.kind} ${part.at}`} part={part} />
          ))}
        </ol>
      </div>
    </Panel>
  );
}

function Part({ part }: { part: JourneyPart }) {
  const { t } = useTranslation('movement');
  const { dateTime, distance, duration, name, speed } = useFormat();
  const at = dateTime(part.at);
  if (part.kind === 'halt') {
    const { site, durationS } = part.halt;
    return (
      <li data-kind="halt">
        <b>{site ? t('haltAt', { place: name(site) }) : t('halt')}</b>
        <span>
          {at} · {duration(durationS / 60)}
        </span>
      </li>
    );
  }
  const { from, to, distanceM, movingS, maxSpeedMps } = part.trip;
  return (
    <li data-kind="trip">
      <b>
        {t('trip', {
          from: from.site ? name(from.site) : t('road'),
          to: to.site ? name(to.site) : t('road'),
        })}
      </b>
      <span>
        {at} · {distance(distanceM)} · {duration(movingS / 60)}
        {maxSpeedMps !== null && <> · {t('fastest', { speed: speed(maxSpeedMps) })}</>}
      </span>
    </li>
  );
}
