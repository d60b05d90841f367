import type { ConvoyVehicle } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';

/** مركبة 1: the number is its place on the convoy and the key that chooses it. */
export function useVehicleName(): (
  vehicles: readonly ConvoyVehicle[],
  vehicle: Pick<ConvoyVehicle, 'id'>,
) => string {
  const { t } = useTranslation('builder');
  const { number } = useFormat();
  return (vehicles, { id }) =>
    t('vehicle.name', { number: number(vehicles.findIndex((vehicle) => vehicle.id === id) + 1) });
}
