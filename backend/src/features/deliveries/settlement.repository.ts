import type { CountedLine, Signature } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Times } from './handover-times.ts';

export type LoadedLine = {
  id: string;
  lotId: string;
  convoyVehicleId: string;
  stopId: string;
  loadedQuantity: number;
};

/** The lines of a waybill that are aboard or were, in id order. */
export async function selectLoadedLines(db: Db, waybillId: string): Promise<LoadedLine[]> {
  return await db('manifest_lines as m')
    .join('waybills as w', (on) =>
      on.on('w.convoy_vehicle_id', 'm.convoy_vehicle_id').andOn('w.stop_id', 'm.stop_id'),
    )
    .where('w.id', waybillId)
    .where('m.loaded_quantity', '>', 0)
    .orderBy('m.id')
    .select({
      id: 'm.id',
      lotId: 'm.lot_id',
      convoyVehicleId: 'm.convoy_vehicle_id',
      stopId: 'm.stop_id',
      loadedQuantity: 'm.loaded_quantity',
    });
}

export type NewDelivery = Times & {
  id: string;
  code: string;
  waybillId: string;
  receiverName: string;
  receiverRole: string;
  signature: Signature;
  remarks: string;
  settledBy: string;
  createdAt: Date;
};

export async function insertDelivery(db: Db, delivery: NewDelivery): Promise<void> {
  await db('deliveries').insert({
    id: delivery.id,
    code: delivery.code,
    waybill_id: delivery.waybillId,
    receiver_name: delivery.receiverName,
    receiver_role: delivery.receiverRole,
    signature: JSON.stringify(delivery.signature),
    remarks: delivery.remarks,
    arrived_at: delivery.arrivedAt,
    unloading_started_at: delivery.unloadingStartedAt,
    signed_at: delivery.signedAt,
    settled_by: delivery.settledBy,
    created_at: delivery.createdAt,
  });
}

export async function insertDeliveryLines(
  db: Db,
  deliveryId: string,
  lines: (CountedLine & { loadedQuantity: number })[],
): Promise<void> {
  await db('delivery_lines').insert(
    lines.map((line) => ({
      delivery_id: deliveryId,
      manifest_line_id: line.lineId,
      loaded_quantity: line.loadedQuantity,
      good_quantity: line.good,
      damaged_quantity: line.damaged,
      missing_quantity: line.missing,
      reason: line.reason,
      reason_note: line.reasonNote,
    })),
  );
}
