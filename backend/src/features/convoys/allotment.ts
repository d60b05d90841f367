import type { ItemRef, ProblemCode } from '@qafila/contract';
import { Refusal } from '../../platform/refusal.ts';

/** What a vehicle can still take. */
export type Room = { plate: string; freeWeightG: number; freeVolumeMl: number };

/** What is asked for: so many units of an item, from what is free, onto a vehicle. */
export type Asked = {
  quantity: number;
  free: number;
  item: ItemRef;
  unitWeightG: number;
  unitVolumeMl: number;
  room: Room;
  /** The field that carries the quantity. */
  path: string;
};

/** @throws {Refusal} `above_stock`, `above_weight` or `above_volume`, saying how much would do */
export function requireFits(asked: Asked): void {
  const { quantity, free, room, unitWeightG, unitVolumeMl } = asked;
  if (quantity > free) throw refusal('above_stock', asked, { available: free, overBy: quantity - free });
  const byWeight = Math.floor(room.freeWeightG / unitWeightG);
  if (quantity > byWeight) {
    const overByG = quantity * unitWeightG - room.freeWeightG;
    throw refusal('above_weight', asked, { fits: byWeight, overBy: quantity - byWeight, overByG });
  }
  const byVolume = Math.floor(room.freeVolumeMl / unitVolumeMl);
  if (quantity > byVolume) {
    const overByMl = quantity * unitVolumeMl - room.freeVolumeMl;
    throw refusal('above_volume', asked, { fits: byVolume, overBy: quantity - byVolume, overByMl });
  }
}

function refusal(code: ProblemCode, { item, room, path }: Asked, amounts: Record<string, number>): Refusal {
  const values = {
    ...amounts,
    itemNameAr: item.nameAr,
    itemNameEn: item.nameEn,
    plate: room.plate,
    unit: item.unit,
  };
  return new Refusal(code, undefined, { values, errors: [{ path, code, message: code, values }] });
}
