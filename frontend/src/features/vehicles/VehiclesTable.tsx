import { ActionIcon, Button } from '@mantine/core';
import { signalOf, type Vehicle } from '@qafila/contract';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, SignalMark } from '../../shared/ui/index.ts';
import { useNow } from '../../shared/ui/useNow.ts';
import classes from './VehiclesTable.module.css';

type VehiclesTableProps = {
  vehicles: readonly Vehicle[];
  onEdit: ((vehicle: Vehicle) => void) | undefined;
  onTrackers: ((vehicle: Vehicle) => void) | undefined;
};

/** Vehicles as rows; stacked where there is no room for columns. */
export function VehiclesTable({ vehicles, onEdit, onTrackers }: VehiclesTableProps) {
  return (
    <ul className={classes.list}>
      {vehicles.map((vehicle) => (
        <VehicleRow key={vehicle.id} vehicle={vehicle} onEdit={onEdit} onTrackers={onTrackers} />
      ))}
    </ul>
  );
}

type VehicleRowProps = Omit<VehiclesTableProps, 'vehicles'> & { vehicle: Vehicle };

function VehicleRow({ vehicle, onEdit, onTrackers }: VehicleRowProps) {
  const { t } = useTranslation('vehicles');
  const { weight, volume } = useFormat();
  const now = useNow();
  const plate = isolated(vehicle.plate);
  return (
    <li className={classes.row}>
      <div>
        <strong>
          <Code>{vehicle.plate}</Code>
        </strong>
        <small>
          {t(`vehicleKind.${vehicle.kind}`)}
          {vehicle.trailerPlate && ` · ${t('trailer', { plate: isolated(vehicle.trailerPlate) })}`}
          {vehicle.transporter && ` · ${vehicle.transporter}`}
        </small>
      </div>
      <div>
        {weight(vehicle.maxWeightG / 1000)} · {volume(vehicle.maxVolumeMl)}
        <small>{vehicle.convoyCode ? <Code muted>{vehicle.convoyCode}</Code> : t('free')}</small>
      </div>
      <div>
        <LastSignal vehicle={vehicle} now={now} />
        <small>{t('trackerCount', { count: vehicle.trackerCount })}</small>
      </div>
      <div className={classes.actions}>
        {onTrackers && (
          <Button variant="default" onClick={() => onTrackers(vehicle)}>
            {t('trackers')}
            <span className="visually-hidden"> {plate}</span>
          </Button>
        )}
        {onEdit && (
          <ActionIcon size={36} aria-label={t('edit', { plate })} onClick={() => onEdit(vehicle)}>
            <IconPencil size={18} />
          </ActionIcon>
        )}
      </div>
    </li>
  );
}

/** Only a vehicle on the road can be lost; of one that stands idle it is said when it was last heard. */
function LastSignal({ vehicle, now }: { vehicle: Vehicle; now: Date }) {
  const { t } = useTranslation('vehicles');
  const { relative } = useFormat();
  const lastSeenAt = vehicle.lastSeenAt ? new Date(vehicle.lastSeenAt) : null;
  const signal = signalOf(lastSeenAt, now);
  if (signal === 'live' || vehicle.isOnTheRoad) return <SignalMark signal={signal} at={lastSeenAt} />;
  return <span>{lastSeenAt ? t('lastSeen', { ago: relative(lastSeenAt, now) }) : t('neverSeen')}</span>;
}
