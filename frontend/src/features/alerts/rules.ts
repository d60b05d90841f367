import { AlertRules } from '@qafila/contract';
import { toLatinDigits } from '../../shared/format/index.ts';
import type { QuantityValue } from '../../shared/ui/index.ts';

export type RuleName = keyof AlertRules;
export type RuleValues = Record<RuleName, QuantityValue>;

type Rule = { readonly name: RuleName; readonly unit: 'metres' | 'km' | 'seconds' | 'minutes' | 'percent' };

/** The thresholds by what they are about, in the order of a journey. */
export const RULE_GROUPS: readonly { readonly key: string; readonly rules: readonly Rule[] }[] = [
  {
    key: 'stops',
    rules: [
      { name: 'geofenceRadiusM', unit: 'metres' },
      { name: 'dwellS', unit: 'seconds' },
      { name: 'lateDepartureMin', unit: 'minutes' },
      { name: 'lateArrivalMin', unit: 'minutes' },
    ],
  },
  {
    key: 'road',
    rules: [
      { name: 'offRouteM', unit: 'metres' },
      { name: 'offRouteS', unit: 'seconds' },
      { name: 'haltMin', unit: 'minutes' },
      { name: 'stragglerKm', unit: 'km' },
      { name: 'stragglerMin', unit: 'minutes' },
      { name: 'hazardKm', unit: 'km' },
    ],
  },
  {
    key: 'signal',
    rules: [
      { name: 'silentMin', unit: 'minutes' },
      { name: 'lowBatteryPct', unit: 'percent' },
    ],
  },
];

/** What a form holds, as the endpoint takes it: decimals as people type them (2.5 · ٢٫٥ · 2,5). */
export function toRules(values: RuleValues): Record<string, QuantityValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, decimalOf(value)]));
}

function decimalOf(value: QuantityValue): QuantityValue {
  if (typeof value === 'number') return value;
  const latin = toLatinDigits(value).trim().replace(/[٫,]/, '.');
  return /^\d+(\.\d+)?$/.test(latin) ? Number(latin) : value;
}

/** The least and the most that a threshold may be. */
export function boundsOf(name: RuleName): { min: number; max: number } {
  const { minValue, maxValue } = AlertRules.shape[name].unwrap();
  return { min: minValue ?? 0, max: maxValue ?? 0 };
}
