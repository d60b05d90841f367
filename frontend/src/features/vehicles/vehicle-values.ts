import type { Vehicle } from '@qafila/contract';
import { toLatinDigits } from '../../shared/format/index.ts';
import type { QuantityValue } from '../../shared/ui/index.ts';

/** A vehicle as people type it: kilograms, and cubic metres with decimals. */
export type VehicleValues = {
  plate: string;
  kind: Vehicle['kind'] | null;
  transporter: string;
  trailerPlate: string;
  maxWeightG: QuantityValue;
  maxVolumeMl: string;
};

export const NEW_VEHICLE: VehicleValues = {
  plate: '',
  kind: null,
  transporter: '',
  trailerPlate: '',
  maxWeightG: '',
  maxVolumeMl: '',
};

const G_PER_KG = 1_000;
const ML_PER_M3 = 1_000_000;

export function toValues(vehicle: Vehicle): VehicleValues {
  const { plate, kind, transporter, trailerPlate } = vehicle;
  return {
    ...{ plate, kind, transporter, trailerPlate },
    maxWeightG: vehicle.maxWeightG / G_PER_KG,
    maxVolumeMl: String(vehicle.maxVolumeMl / ML_PER_M3),
  };
}

/** What cannot be read stays as it was typed, for the contract to refuse. */
export function toBody({ maxWeightG, maxVolumeMl, ...fields }: VehicleValues) {
  return {
    ...fields,
    maxWeightG: typeof maxWeightG === 'number' ? maxWeightG * G_PER_KG : maxWeightG,
    maxVolumeMl: millilitresOf(maxVolumeMl),
  };
}

/** 32 · 2.5 · ٢٫٥ · 2,5 cubic metres. */
function millilitresOf(text: string): number | string {
  const latin = toLatinDigits(text).trim().replace(/[٫,]/, '.');
  return /^\d+(\.\d+)?$/.test(latin) ? Math.round(Number(latin) * ML_PER_M3) : text;
}
