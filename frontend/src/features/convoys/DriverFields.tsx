import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

export type DriverValues = { driverName: string; driverPhone: string; driverLicence: string; seals: string };

export function useDriverLabels() {
  const { t } = useTranslation('convoys');
  return {
    driverName: t('vehicle.driverName'),
    driverPhone: t('vehicle.driverPhone'),
    driverLicence: t('vehicle.driverLicence'),
    seals: t('vehicle.seals'),
  };
}

type DriverFieldsProps<Values extends DriverValues> = {
  getInputProps: UseFormReturnType<Values>['getInputProps'];
};

export function DriverFields<Values extends DriverValues>({ getInputProps }: DriverFieldsProps<Values>) {
  const labels = useDriverLabels();
  return (
    <>
      <TextInput
        {...getInputProps('driverName')}
        data-autofocus
        label={labels.driverName}
        autoComplete="off"
      />
      <TextInput
        {...getInputProps('driverPhone')}
        label={labels.driverPhone}
        type="tel"
        dir="ltr"
        autoComplete="off"
      />
      <TextInput
        {...getInputProps('driverLicence')}
        label={labels.driverLicence}
        dir="ltr"
        autoComplete="off"
      />
      <TextInput {...getInputProps('seals')} label={labels.seals} dir="ltr" autoComplete="off" />
    </>
  );
}
