import type { ConvoyVehicle } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { CapacityGauge, Code, ErrorNotice } from '../../shared/ui/index.ts';
import { Lacks } from '../convoys/index.ts';
import { cubicMetresOf, loadOf, tonnesOf } from './capacity.ts';
import { RefusalNotice } from './RefusalNotice.tsx';
import { StopCargo } from './StopCargo.tsx';
import type { Builder } from './use-builder.ts';
import type { Fill } from './use-fill.ts';
import { useVehicleName } from './use-vehicle-name.ts';
import classes from './VehicleCard.module.css';

type VehicleCardProps = { builder: Builder; fill: Fill; vehicle: ConvoyVehicle; onEditDriver: () => void };

/** One vehicle: who drives it, how full it is, and what rides on it to which stop. */
export function VehicleCard({ builder, fill, vehicle, onEditDriver }: VehicleCardProps) {
  const { convoy } = builder.file;
  const name = useVehicleName()(convoy.vehicles, vehicle);
  const { refused, failure } = builder;
  const isRefused = refused?.convoyVehicleId === vehicle.id;
  return (
    <section
      className={classes.card}
      data-current={builder.vehicle?.id === vehicle.id || undefined}
      aria-label={name}
    >
      <header className={classes.head}>
        <VehicleHead builder={builder} vehicle={vehicle} name={name} onEditDriver={onEditDriver} />
        <Gauges builder={builder} fill={fill} vehicle={vehicle} />
      </header>
      {isRefused && (
        <div className={classes.refusal}>
          <RefusalNotice builder={builder} refused={refused} />
        </div>
      )}
      {failure?.convoyVehicleId === vehicle.id && (
        <div className={classes.refusal}>
          <ErrorNotice error={failure.error} />
        </div>
      )}
      <div className={classes.stops}>
        {convoy.stops.map((stop) => (
          <StopCargo key={stop.id} builder={builder} fill={fill} vehicle={vehicle} name={name} stop={stop} />
        ))}
      </div>
    </section>
  );
}

type VehicleHeadProps = { builder: Builder; vehicle: ConvoyVehicle; name: string; onEditDriver: () => void };

function VehicleHead({ builder, vehicle, name, onEditDriver }: VehicleHeadProps) {
  const { t } = useTranslation('builder');
  const isCurrent = builder.vehicle?.id === vehicle.id;
  return (
    <div className={classes.who}>
      <button
        type="button"
        className={classes.choose}
        aria-pressed={isCurrent}
        title={isCurrent ? t('vehicle.chosen') : t('vehicle.choose', { name })}
        onClick={() => builder.chooseVehicle(vehicle)}
      >
        <strong>{name}</strong> <Code muted>{vehicle.plate}</Code>
      </button>
      <button type="button" className={classes.driver} onClick={onEditDriver}>
        <span className="visually-hidden">{t('vehicle.driver', { vehicle: name })}: </span>
        {t(`vehicleKind.${vehicle.kind}`)} · {vehicle.driverName || <Lacks word={t('vehicle.noDriver')} />}
      </button>
    </div>
  );
}

type GaugesProps = { builder: Builder; fill: Fill; vehicle: ConvoyVehicle };

function Gauges({ builder, fill, vehicle }: GaugesProps) {
  const { t } = useTranslation('builder');
  const { refused } = builder;
  const proposed = loadOf(fill.lines.filter((line) => line.convoyVehicleId === vehicle.id));
  const isOverRoom = refused?.convoyVehicleId === vehicle.id && refused.limit !== 'above_stock';
  const above = loadOf(isOverRoom ? refused.lines.map((line) => ({ ...line, item: refused.item })) : []);
  return (
    <>
      <CapacityGauge
        label={t('vehicle.weight')}
        unit={t('measure.tonne')}
        used={tonnesOf(vehicle.plannedWeightG)}
        proposed={tonnesOf(proposed.weightG)}
        refused={tonnesOf(above.weightG)}
        max={tonnesOf(vehicle.maxWeightG)}
      />
      <CapacityGauge
        label={t('vehicle.volume')}
        unit={t('measure.cubicMetre')}
        used={cubicMetresOf(vehicle.plannedVolumeMl)}
        proposed={cubicMetresOf(proposed.volumeMl)}
        refused={cubicMetresOf(above.volumeMl)}
        max={cubicMetresOf(vehicle.maxVolumeMl)}
      />
    </>
  );
}
