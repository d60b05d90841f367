import type { WaybillLine } from '@qafila/contract';

/** Units of different items do not add up; their weight does. Kilograms. */
export function kgOf(lines: readonly WaybillLine[], part: 'units' | 'good' | 'damaged' | 'missing'): number {
  return lines.reduce((sum, line) => sum + (line[part] ?? 0) * line.item.unitWeightG, 0) / 1000;
}
