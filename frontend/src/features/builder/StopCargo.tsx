import { ActionIcon } from '@mantine/core';
import type { ConvoyVehicle, Stop } from '@qafila/contract';
import { IconPlus } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { ridingOf } from '../convoys/index.ts';
import { CargoLine, ProposedCargoLine } from './CargoLine.tsx';
import { drag } from './drag.ts';
import { additionOf } from './goods.ts';
import type { Builder } from './use-builder.ts';
import type { Fill } from './use-fill.ts';
import classes from './VehicleCard.module.css';

type StopCargoProps = { builder: Builder; fill: Fill; vehicle: ConvoyVehicle; name: string; stop: Stop };

/** What rides on one vehicle to one stop; goods dragged here are added. */
export function StopCargo({ builder, fill, vehicle, name, stop }: StopCargoProps) {
  const { t } = useTranslation('builder');
  const format = useFormat();
  const dropping = useDropTarget((goods) => {
    builder.chooseVehicle(vehicle);
    void builder.add(additionOf(goods, vehicle, stop.id));
  });
  const isHere = (line: { convoyVehicleId: string; stopId: string }) =>
    line.convoyVehicleId === vehicle.id && line.stopId === stop.id;
  const goToNeeds = () => {
    builder.chooseVehicle(vehicle);
    document.querySelector<HTMLElement>(`#needs-${stop.id} [data-goods]:not(:disabled)`)?.focus();
  };
  return (
    <div className={classes.stop} {...dropping}>
      <h3 className={classes.stopHead}>
        <span className={classes.order}>{format.number(stop.ordinal)}</span> {format.name(stop.site)}
        <ActionIcon
          size={32}
          aria-label={t('vehicle.addFor', { vehicle: name, site: format.name(stop.site) })}
          onClick={goToNeeds}
        >
          <IconPlus size={16} />
        </ActionIcon>
      </h3>
      <ul className={classes.lines}>
        {builder.file.lines
          .filter((line) => isHere(line) && ridingOf(line) > 0)
          .map((line) => (
            <CargoLine key={line.id} builder={builder} line={line} />
          ))}
        {fill.lines.filter(isHere).map((line) => (
          <ProposedCargoLine key={line.accountId} fill={fill} line={line} />
        ))}
      </ul>
    </div>
  );
}

function useDropTarget(onGoods: (goods: NonNullable<ReturnType<typeof drag.take>>) => void) {
  const [isOver, setOver] = useState(false);
  return {
    'data-over': isOver || undefined,
    onDragOver: (event: DragEvent) => {
      if (!drag.isHolding()) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const goods = drag.take();
      if (goods) onGoods(goods);
    },
  };
}
