import { UnstyledButton } from '@mantine/core';
import type { VehicleMovement } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable } from '../../shared/ui/index.ts';
import classes from './Movement.module.css';

type VehiclesTableProps = {
  vehicles: readonly VehicleMovement[];
  chosenId: string | undefined;
  onChoose: (vehicleId: string) => void;
};

/** Distance and times per vehicle; one is chosen to be looked at below. */
export function VehiclesTable({ vehicles, chosenId, onChoose }: VehiclesTableProps) {
  const { t } = useTranslation('movement');
  return (
    <DataTable caption={t('vehicles')} isStacked>
      <thead>
        <tr>
          <th scope="col">{t('plate')}</th>
          {COLUMNS.map((key) => (
            <th key={key} scope="col" data-number>
              {t(`column.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {vehicles.map((vehicle) => (
          <tr key={vehicle.vehicleId} aria-selected={vehicle.vehicleId === chosenId}>
            <th scope="row">
              <UnstyledButton
                className={classes.choose}
                aria-pressed={vehicle.vehicleId === chosenId}
                aria-label={t('choose', { plate: isolated(vehicle.plate) })}
                disabled={vehicle.fixCount === 0}
                onClick={() => onChoose(vehicle.vehicleId)}
              >
                <Code>{vehicle.plate}</Code>
              </UnstyledButton>
            </th>
            <Cells vehicle={vehicle} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const COLUMNS = ['distance', 'moving', 'halted', 'unknown', 'first', 'last'] as const;

function Cells({ vehicle }: { vehicle: VehicleMovement }) {
  const { t } = useTranslation('movement');
  const { dateTime, distance, duration } = useFormat();
  const { distanceM, movingS, haltedS, unknownS, firstFixAt, lastFixAt } = vehicle;
  const values: Record<(typeof COLUMNS)[number], string> = {
    distance: distance(distanceM),
    moving: duration(movingS / 60),
    halted: duration(haltedS / 60),
    unknown: unknownS > 0 ? duration(unknownS / 60) : '–',
    first: firstFixAt ? dateTime(firstFixAt) : '–',
    last: lastFixAt ? dateTime(lastFixAt) : '–',
  };
  return COLUMNS.map((key) => (
    <td key={key} data-number data-label={t(`column.${key}`)}>
      {values[key]}
    </td>
  ));
}
