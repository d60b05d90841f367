import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Notice } from '../../shared/ui/index.ts';
import { sumOf, unitsThatFit } from './capacity.ts';
import { onVehicle, type Refused } from './refusal.ts';
import type { Builder } from './use-builder.ts';
import { useVehicleName } from './use-vehicle-name.ts';

type RefusalNoticeProps = { builder: Builder; refused: Refused };

/** What the server refused, why, and the ways out: fewer, or another vehicle. */
export function RefusalNotice({ builder, refused }: RefusalNoticeProps) {
  const { t } = useTranslation('builder');
  const { name, number, quantity } = useFormat();
  const { item, limit } = refused;
  const asked = sumOf(refused.lines);
  const fits = sumOf(refused.takeable);
  const stop = builder.file.convoy.stops.find((it) => it.id === refused.stopId);
  const title = t('refused.title', {
    quantity: quantity(asked, item.unit),
    item: name(item),
    site: stop ? name(stop.site) : '',
  });
  return (
    <Notice
      kind="refused"
      role="alert"
      title={`${title}: ${t(`refused.${limit}`)}`}
      actions={
        <>
          {fits > 0 && (
            <Button
              size="sm"
              loading={builder.isBusy}
              onClick={() => void builder.add({ ...refused, lines: refused.takeable })}
            >
              {t('refused.addSome', { fits: number(fits) })}
            </Button>
          )}
          {limit !== 'above_stock' && <OtherVehicle builder={builder} refused={refused} />}
          <Button size="sm" variant="subtle" color="gray" onClick={builder.dismiss}>
            {t('refused.drop')}
          </Button>
        </>
      }
    >
      {fits > 0 ? t('refused.some', { fits, quantity: asked }) : t('refused.none')}
    </Notice>
  );
}

/** The other vehicles, each with how many of these goods it takes. */
function OtherVehicle({ builder, refused }: RefusalNoticeProps) {
  const { t } = useTranslation('builder');
  const { number } = useFormat();
  const nameOf = useVehicleName();
  const { vehicles } = builder.file.convoy;
  const others = vehicles.filter((vehicle) => vehicle.id !== refused.convoyVehicleId);
  if (others.length === 0) return null;
  const asked = sumOf(refused.lines);
  return (
    <Menu>
      <Menu.Target>
        <Button size="sm" variant="default">
          {t('refused.other')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map((vehicle) => {
          const fits = Math.min(asked, unitsThatFit(vehicle, refused.item));
          return (
            <Menu.Item
              key={vehicle.id}
              disabled={fits === 0}
              onClick={() => {
                builder.chooseVehicle(vehicle);
                void builder.add(onVehicle(refused, vehicle.id));
              }}
            >
              {t('refused.fits', { vehicle: nameOf(vehicles, vehicle), fits: number(fits) })}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
