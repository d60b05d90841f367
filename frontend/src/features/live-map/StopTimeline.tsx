import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Moment } from '../../shared/format/index.ts';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import type { ConvoyView, StopView } from './convoy-view.ts';
import { Section } from './Section.tsx';
import classes from './StopTimeline.module.css';
import { TimeRange } from './TimeRange.tsx';

/** 14:02 today, with its day on any other. */
function useClockText(now: Date): (moment: Moment) => string {
  const { time, when } = useFormat();
  return (moment) => (calendarDay(moment) === calendarDay(now) ? time(moment) : when(moment, now));
}

type StopTimelineProps = { view: ConvoyView; now: Date };

/** The way as a list: when each stop was planned, when it was reached or is expected, what is unloaded there. */
export function StopTimeline({ view, now }: StopTimelineProps) {
  const { t } = useTranslation('live-map');
  const { name } = useFormat();
  const clockText = useClockText(now);
  const { convoy, stops } = view;
  return (
    <Section title={t('drawer.stops')}>
      <ol className={classes.timeline} data-moving={convoy.departedAt ? true : undefined}>
        <Entry
          place={convoy.departedAt ? 'reached' : 'ahead'}
          name={name(convoy.origin)}
          note={<OriginNote view={view} />}
          at={clockText(convoy.departedAt ?? convoy.plannedDepartureAt)}
          planned={convoy.departedAt && clockText(convoy.plannedDepartureAt)}
        />
        {stops.map((stop) => (
          <Entry
            key={stop.stop.id}
            place={stop.place}
            name={name(stop.stop.site)}
            note={<StopNote stop={stop} />}
            at={<StopTime stop={stop} now={now} hasDeparted={convoy.departedAt !== null} />}
            planned={(stop.eta || stop.stop.arrivedAt) && clockText(stop.stop.plannedArrivalAt)}
          />
        ))}
      </ol>
    </Section>
  );
}

type EntryProps = {
  place: StopView['place'];
  name: string;
  note: ReactNode;
  at: ReactNode;
  planned: string | null;
};

function Entry({ place, name, note, at, planned }: EntryProps) {
  const { t } = useTranslation('live-map');
  return (
    <li data-place={place}>
      <span className={classes.what}>
        <b>{name}</b>
        <small>{note}</small>
      </span>
      <span className={classes.when}>
        <b>{at}</b>
        {planned && <small>{t('drawer.planned', { time: planned })}</small>}
      </span>
    </li>
  );
}

function OriginNote({ view: { convoy } }: { view: ConvoyView }) {
  const { t } = useTranslation('live-map');
  const { tonnes, weight } = useFormat();
  if (convoy.departedAt) return t('drawer.departed', { weight: weight(convoy.loadedKg) });
  if (convoy.status === 'loading') {
    return t('drawer.loading', { loaded: tonnes(convoy.loadedKg), all: weight(convoy.cargoKg) });
  }
  return t('drawer.waiting', { weight: weight(convoy.cargoKg) });
}

function StopNote({ stop: { stop } }: { stop: StopView }) {
  const { t } = useTranslation('live-map');
  const { weight } = useFormat();
  if (stop.status === 'skipped') return t('drawer.skipped');
  if (stop.status === 'arrived') return t('drawer.onSite');
  if (stop.status === 'unloading') return t('drawer.unloading');
  if (stop.status === 'settled') return t('drawer.settled', { weight: weight(stop.cargoKg) });
  return stop.cargoKg > 0
    ? t('drawer.unload', { weight: weight(stop.cargoKg) })
    : t('drawer.nothingToUnload');
}

type StopTimeProps = { stop: StopView; now: Date; hasDeparted: boolean };

function StopTime({ stop: { stop, eta }, now, hasDeparted }: StopTimeProps) {
  const { t } = useTranslation('live-map');
  const clockText = useClockText(now);
  if (stop.arrivedAt) return clockText(stop.arrivedAt);
  if (eta) return <TimeRange range={eta} now={now} />;
  if (stop.status === 'skipped') return '–';
  return hasDeparted ? t('drawer.noEta') : clockText(stop.plannedArrivalAt);
}
