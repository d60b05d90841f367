import type { Alert } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { ConvoyAlerts, waiting } from '../alerts/index.ts';
import classes from './ConvoySummary.module.css';
import type { ConvoyView } from './convoy-view.ts';
import { RouteProgress } from './RouteProgress.tsx';
import { TimeRange } from './TimeRange.tsx';

const AT_MOST = 2;

type ConvoySummaryProps = { view: ConvoyView; alerts: readonly Alert[]; now: Date };

/** What matters of the selected convoy in the space of half a phone. */
export function ConvoySummary({ view, alerts, now }: ConvoySummaryProps) {
  const { t } = useTranslation('live-map');
  const { weight } = useFormat();
  const { convoy } = view;
  const open = waiting(alerts).slice(0, AT_MOST);
  return (
    <>
      {convoy.status !== 'settled' && <RouteProgress view={view} />}
      <dl className={classes.facts}>
        <NextStop view={view} now={now} />
        <Arrival view={view} now={now} />
        <div>
          <dt>{t('drawer.aboard')}</dt>
          <dd>{weight(convoy.loadedKg)}</dd>
        </div>
      </dl>
      {open.length > 0 && <ConvoyAlerts alerts={open} />}
    </>
  );
}

function NextStop({ view: { convoy, nextStop }, now }: { view: ConvoyView; now: Date }) {
  const { t } = useTranslation('live-map');
  const { name, when } = useFormat();
  if (!convoy.departedAt) {
    return (
      <div>
        <dt>{t('row.departs')}</dt>
        <dd>{when(convoy.plannedDepartureAt, now)}</dd>
      </div>
    );
  }
  if (!nextStop) return null;
  return (
    <div>
      <dt>{t('drawer.next')}</dt>
      <dd>
        {name(nextStop.stop.site)} {nextStop.eta && <TimeRange range={nextStop.eta} now={now} />}
      </dd>
    </div>
  );
}

function Arrival({ view: { convoy, eta }, now }: { view: ConvoyView; now: Date }) {
  const { t } = useTranslation('live-map');
  const { when } = useFormat();
  if (!convoy.departedAt) return null;
  const actual = convoy.arrivedAt && when(convoy.arrivedAt, now);
  return (
    <div>
      <dt>{t(actual ? 'row.arrived' : 'row.eta')}</dt>
      <dd>{actual ?? (eta ? <TimeRange range={eta} now={now} /> : '–')}</dd>
    </div>
  );
}
