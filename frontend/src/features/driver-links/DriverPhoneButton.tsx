import { ActionIcon } from '@mantine/core';
import type { ConvoyVehicle } from '@qafila/contract';
import { IconDeviceMobile, IconDeviceMobileCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useUrlState } from '../../shared/ui/index.ts';
import { DriverPhoneDialog } from './DriverPhoneDialog.tsx';
import type { DriverPhones } from './driver-phones.ts';

type DriverPhoneButtonProps = {
  campaignId: string;
  convoyCode: string;
  vehicle: ConvoyVehicle;
  phones: DriverPhones;
};

/** Whether the driver's phone reports the vehicle, and the way to make it. */
export function DriverPhoneButton({ vehicle, phones, ...convoy }: DriverPhoneButtonProps) {
  const { t } = useTranslation('driver-links');
  const [phoneOf, setPhoneOf] = useUrlState('phone', '');
  const Icon = phones.state === 'taken' ? IconDeviceMobileCheck : IconDeviceMobile;
  const words = t(`of.${phones.state}`, { plate: isolated(vehicle.plate) });
  return (
    <>
      <ActionIcon size={36} aria-label={words} title={words} onClick={() => setPhoneOf(vehicle.id)}>
        <Icon size={18} />
      </ActionIcon>
      {phoneOf === vehicle.id && (
        <DriverPhoneDialog {...convoy} vehicle={vehicle} phones={phones} onClose={() => setPhoneOf(null)} />
      )}
    </>
  );
}
