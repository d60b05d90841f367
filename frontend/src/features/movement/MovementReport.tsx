import type { ConvoyMovement } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Panel } from '../../shared/ui/index.ts';
import classes from './Movement.module.css';
import { VehicleJourney } from './VehicleJourney.tsx';
import { VehiclesTable } from './VehiclesTable.tsx';

type MovementReportProps = { convoyId: string; report: ConvoyMovement };

/** The convoy as a whole, vehicle by vehicle, and one of them closely. */
export function MovementReport({ convoyId, report }: MovementReportProps) {
  const { t } = useTranslation('movement');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen =
    report.vehicles.find(({ vehicleId }) => vehicleId === chosenId) ??
    report.vehicles.find(({ fixCount }) => fixCount > 0);
  return (
    <>
      <Totals report={report} />
      <Panel flush title={t('vehicles')}>
        <VehiclesTable vehicles={report.vehicles} chosenId={chosen?.vehicleId} onChoose={setChosenId} />
      </Panel>
      {chosen && <VehicleJourney key={chosen.vehicleId} convoyId={convoyId} vehicle={chosen} />}
    </>
  );
}

function Totals({ report }: { report: ConvoyMovement }) {
  const { t } = useTranslation('movement');
  const { distance, duration, fullDateTime } = useFormat();
  const { startedAt, endedAt, distanceM, plannedDistanceM, movingS, haltedS } = report;
  const facts = [
    {
      key: 'distance',
      value: distance(distanceM),
      note: t('planned', { distance: distance(plannedDistanceM) }),
    },
    { key: 'moving', value: duration(movingS / 60) },
    { key: 'halted', value: duration(haltedS / 60) },
    { key: 'started', value: startedAt ? fullDateTime(startedAt) : '–' },
    { key: 'ended', value: endedAt ? fullDateTime(endedAt) : '–' },
  ];
  return (
    <dl className={classes.totals}>
      {facts.map(({ key, value, note }) => (
        <div key={key}>
          <dt>{t(`total.${key}`)}</dt>
          <dd>
            {value} {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
