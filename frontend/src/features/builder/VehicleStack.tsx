import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, Notice, useUrlState } from '../../shared/ui/index.ts';
import { DriverDialog, NewVehicleDialog, ridingOf } from '../convoys/index.ts';
import type { Builder } from './use-builder.ts';
import type { Fill } from './use-fill.ts';
import classes from './VehicleCard.module.css';
import { VehicleCard } from './VehicleCard.tsx';

type VehicleStackProps = { builder: Builder; fill: Fill };

/** The vehicles of the convoy, each with its load; and the ways to add one or to change its driver. */
export function VehicleStack({ builder, fill }: VehicleStackProps) {
  const { t } = useTranslation('builder');
  const [dialog, setDialog] = useUrlState('dialog', '');
  const [driverOf, setDriverOf] = useUrlState('driver', '');
  const { convoy } = builder.file;
  const chosen = convoy.vehicles.find((vehicle) => vehicle.id === driverOf);
  return (
    <>
      <Removed builder={builder} />
      {convoy.vehicles.length === 0 && (
        <div className={classes.card}>
          <EmptyNote title={t('vehicle.noneTitle')}>{t('vehicle.noneText')}</EmptyNote>
        </div>
      )}
      {convoy.vehicles.map((vehicle) => (
        <VehicleCard
          key={vehicle.id}
          builder={builder}
          fill={fill}
          vehicle={vehicle}
          onEditDriver={() => setDriverOf(vehicle.id)}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => setDialog('vehicle')}
      >
        {t('vehicle.add')}
      </Button>
      <NewVehicleDialog convoy={convoy} opened={dialog === 'vehicle'} onClose={() => setDialog(null)} />
      {chosen && <DriverDialog convoy={convoy} vehicle={chosen} onClose={() => setDriverOf(null)} />}
    </>
  );
}

/** A line just taken off can come back. */
function Removed({ builder }: { builder: Builder }) {
  const { t } = useTranslation('builder');
  const { name, quantity } = useFormat();
  const line = builder.removed;
  if (!line) return null;
  return (
    <Notice
      title={t('line.removed', { quantity: quantity(ridingOf(line), line.item.unit), item: name(line.item) })}
      actions={
        <Button size="sm" variant="default" onClick={() => void builder.restore(line)}>
          {t('line.undo')}
        </Button>
      }
    />
  );
}
