import type { ConvoyVehicle, ItemRef } from '@qafila/contract';
import type { Addition } from './refusal.ts';

/** Quantities of lots of one item, not yet on a vehicle; a stop is theirs when they answer a need. */
export type Goods = {
  item: ItemRef;
  stopId: string | null;
  takes: readonly { accountId: number; quantity: number }[];
};

/** The goods put on a vehicle: bound for their own stop, else for the one given. */
export function additionOf(goods: Goods, vehicle: Pick<ConvoyVehicle, 'id'>, stopId: string): Addition {
  const bound = goods.stopId ?? stopId;
  return {
    item: goods.item,
    stopId: bound,
    convoyVehicleId: vehicle.id,
    lines: goods.takes
      .filter((take) => take.quantity > 0)
      .map((take) => ({ ...take, convoyVehicleId: vehicle.id, stopId: bound })),
  };
}
