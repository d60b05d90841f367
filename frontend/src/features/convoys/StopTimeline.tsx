import type { Convoy, ConvoyFile, Stop } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { DelayTag, Panel, StageTag } from '../../shared/ui/index.ts';
import { useNow } from '../../shared/ui/useNow.ts';
import { isLegOpen } from './commands.ts';
import { StopActions } from './StopActions.tsx';
import classes from './StopTimeline.module.css';

type StopTimelineProps = { file: ConvoyFile; canManage: boolean };

/** The way stop by stop: planned and actual times, what is bound for each, and what may be done there now. */
export function StopTimeline({ file, canManage }: StopTimelineProps) {
  const { t } = useTranslation('convoys');
  const { name, when } = useFormat();
  const now = useNow();
  const { convoy } = file;
  return (
    <Panel flush title={t('stop.title')} note={t('stops', { count: convoy.stops.length })}>
      <ol className={classes.stops}>
        <li data-status={convoy.departedAt ? 'settled' : 'pending'}>
          <div className={classes.place}>
            <strong>{name(convoy.origin)}</strong>
            <small>{t('stop.origin')}</small>
          </div>
          <div className={classes.times}>
            {convoy.departedAt
              ? t('departed', { when: when(convoy.departedAt, now) })
              : t('departs', { when: when(convoy.plannedDepartureAt, now) })}
            {convoy.departedAt && (
              <DelayTag minutes={minutesBetween(convoy.plannedDepartureAt, convoy.departedAt)} />
            )}
          </div>
        </li>
        {convoy.stops.map((stop) => (
          <StopEntry key={stop.id} file={file} stop={stop} canManage={canManage} now={now} />
        ))}
      </ol>
    </Panel>
  );
}

type StopEntryProps = StopTimelineProps & { stop: Stop; now: Date };

function StopEntry({ file, stop, canManage, now }: StopEntryProps) {
  const { t } = useTranslation('convoys');
  const { name, weight, distance } = useFormat();
  return (
    <li data-status={stop.status}>
      <div className={classes.place}>
        <strong>{name(stop.site)}</strong> <StageTag of="stop" state={stop.status} framed={false} />
        <small>
          {stop.cargoKg > 0 ? weight(stop.cargoKg) : t('stop.noCargo')}
          {' · '}
          {t('stop.leg', { distance: distance(stop.distanceM) })}
          {stop.routeKind === 'straight' && ` (${t('stop.approximate')})`}
        </small>
        {canManage && isLegOpen(file.convoy, stop) && (
          <Link
            className={classes.lay}
            href={`/c/${file.convoy.campaignId}/convoys/${file.convoy.id}/route?stop=${stop.id}`}
          >
            {t(stop.routeKind === 'straight' ? 'stop.layRoute' : 'stop.changeRoute')}
          </Link>
        )}
      </div>
      <StopTimes stop={stop} now={now} />
      <div className={classes.actions}>
        <Settlements file={file} stop={stop} />
        {canManage && <StopActions file={file} stop={stop} />}
      </div>
    </li>
  );
}

function StopTimes({ stop, now }: { stop: Stop; now: Date }) {
  const { t } = useTranslation('convoys');
  const { when, duration } = useFormat();
  const at = (key: string, moment: string | null) =>
    moment && <span key={key}>{t(`stop.${key}`, { when: when(moment, now) })}</span>;
  return (
    <div className={classes.times}>
      {at('planned', stop.plannedArrivalAt)}
      {stop.arrivedAt === null && stop.plannedHaltMin > 0 && (
        <span>{t('stop.halt', { duration: duration(stop.plannedHaltMin) })}</span>
      )}
      {at('arrived', stop.arrivedAt)}
      {stop.arrivedAt && <DelayTag minutes={minutesBetween(stop.plannedArrivalAt, stop.arrivedAt)} />}
      {at('unloading', stop.unloadingAt)}
      {at(stop.status, stop.endedAt)}
    </div>
  );
}

function minutesBetween(planned: string, actual: string): number {
  return Math.round((Date.parse(actual) - Date.parse(planned)) / 60_000);
}

/** At a stop that was reached, the papers that still wait to be settled. */
function Settlements({
  file,
  stop,
}: {
  file: ConvoyFile;
  stop: Pick<Convoy['stops'][number], 'id' | 'status'>;
}) {
  const { t } = useTranslation('convoys');
  if (stop.status !== 'arrived' && stop.status !== 'unloading') return null;
  const open = file.waybills.filter((waybill) => waybill.stopId === stop.id && waybill.settledAt === null);
  return open.map((waybill) => (
    <Link key={waybill.id} href={`/c/${file.convoy.campaignId}/deliveries/${waybill.id}`}>
      {t('stop.settleLink', { code: isolated(waybill.code) })}
    </Link>
  ));
}
