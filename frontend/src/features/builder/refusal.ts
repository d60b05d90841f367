import type { ItemRef, NewLine, ProblemCode } from '@qafila/contract';
import { ApiProblem } from '../../shared/api/index.ts';
import { takeable } from './capacity.ts';

/** What someone asked to put on a vehicle: lines of one item to one stop. */
export type Addition = { item: ItemRef; stopId: string; convoyVehicleId: string; lines: NewLine[] };

const LIMITING = ['above_weight', 'above_volume', 'above_stock'] as const satisfies ProblemCode[];
export type Limit = (typeof LIMITING)[number];

/** An addition that the server refused for want of stock or room, and what of it would be taken. */
export type Refused = Addition & { limit: Limit; takeable: NewLine[] };

/** Undefined where it was refused for another reason, or did not arrive. */
export function refusedOf(error: unknown, addition: Addition): Refused | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const { code, values, errors } = error.problem;
  const limit = LIMITING.find((it) => it === code);
  if (!limit) return undefined;
  const index = Number(/^lines\.(\d+)\./.exec(errors?.[0]?.path ?? '')?.[1] ?? 0);
  const fits = Number(values?.['fits'] ?? values?.['available'] ?? 0);
  return { ...addition, limit, takeable: takeable(addition.lines, index, fits) };
}

/** The same goods for another vehicle. */
export function onVehicle(addition: Addition, convoyVehicleId: string): Addition {
  const { item, stopId } = addition;
  return {
    item,
    stopId,
    convoyVehicleId,
    lines: addition.lines.map((line) => ({ ...line, convoyVehicleId })),
  };
}
