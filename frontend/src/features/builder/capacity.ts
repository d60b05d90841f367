import type { ConvoyVehicle, ItemRef, NewLine } from '@qafila/contract';

type Capacity = Pick<ConvoyVehicle, 'maxWeightG' | 'maxVolumeMl' | 'plannedWeightG' | 'plannedVolumeMl'>;
type Unit = Pick<ItemRef, 'unitWeightG' | 'unitVolumeMl'>;
export type Load = { weightG: number; volumeMl: number };

/** How many more units a vehicle takes, by the tighter of weight and volume. */
export function unitsThatFit(vehicle: Capacity, unit: Unit): number {
  const byWeight = (vehicle.maxWeightG - vehicle.plannedWeightG) / unit.unitWeightG;
  const byVolume = (vehicle.maxVolumeMl - vehicle.plannedVolumeMl) / unit.unitVolumeMl;
  return Math.max(0, Math.floor(Math.min(byWeight, byVolume)));
}

export function loadOf(lines: readonly { quantity: number; item: Unit }[]): Load {
  return {
    weightG: lines.reduce((sum, { quantity, item }) => sum + quantity * item.unitWeightG, 0),
    volumeMl: lines.reduce((sum, { quantity, item }) => sum + quantity * item.unitVolumeMl, 0),
  };
}

/** All vehicles as one load. */
export function totalOf(vehicles: readonly Capacity[]): Capacity {
  const add = (key: keyof Capacity) => vehicles.reduce((sum, vehicle) => sum + vehicle[key], 0);
  return {
    maxWeightG: add('maxWeightG'),
    maxVolumeMl: add('maxVolumeMl'),
    plannedWeightG: add('plannedWeightG'),
    plannedVolumeMl: add('plannedVolumeMl'),
  };
}

export const tonnesOf = (grams: number) => grams / 1_000_000;
export const cubicMetresOf = (millilitres: number) => millilitres / 1_000_000;

/**
 * What of refused lines would be taken: those before the one that was refused whole, and of that one as much as the
 * server said would do.
 */
export function takeable(lines: readonly NewLine[], refusedIndex: number, fits: number): NewLine[] {
  const before = lines.slice(0, refusedIndex);
  const refused = lines[refusedIndex];
  return refused && fits > 0 ? [...before, { ...refused, quantity: fits }] : before;
}

export function sumOf(lines: readonly { quantity: number }[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}
