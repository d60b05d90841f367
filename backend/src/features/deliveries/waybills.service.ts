import type { Photo, Waybill } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  type DeliveryHead,
  type PhotoRow,
  selectDelivery,
  selectPhotos,
  selectWaybillHead,
  selectWaybillLines,
  type WaybillHead,
} from './waybill-read.repository.ts';

export async function requireWaybill(ctx: Context, id: string): Promise<WaybillHead> {
  const head = await selectWaybillHead(ctx.db, id);
  if (!head) throw new Refusal('not_found');
  return head;
}

export async function read(ctx: Context, id: string): Promise<Waybill> {
  const head = await requireWaybill(ctx, id);
  const lines = await selectWaybillLines(ctx.db, id);
  const photos = await selectPhotos(ctx.db, id);
  const delivery = await selectDelivery(ctx.db, { waybillId: id });
  const { campaign, origin, destination, consigneeName, consigneePhone, vehicle, dispatcherName } = head;
  return {
    ...{ id: head.id, code: head.code, campaign, origin, destination },
    ...{ consigneeName, consigneePhone, vehicle, dispatcherName },
    convoy: convoyOf(head),
    stop: {
      id: head.stopId,
      status: head.stopStatus,
      arrivedAt: iso(head.arrivedAt),
      unloadingAt: iso(head.unloadingAt),
    },
    issuedAt: head.issuedAt.toISOString(),
    lines,
    photos: photos.map(toPhoto),
    delivery: delivery ? deliveryOf(delivery) : null,
  };
}

export function toPhoto(row: PhotoRow): Photo {
  return { ...row, takenAt: row.takenAt.toISOString() };
}

function convoyOf(head: WaybillHead): Waybill['convoy'] {
  return {
    id: head.convoyId,
    code: head.convoyCode,
    departedAt: iso(head.departedAt),
    plannedDepartureAt: head.plannedDepartureAt.toISOString(),
    loadingAt: iso(head.loadingAt),
  };
}

function deliveryOf({ id: _, waybillId: __, ...row }: DeliveryHead): Waybill['delivery'] {
  return {
    ...row,
    arrivedAt: row.arrivedAt.toISOString(),
    unloadingStartedAt: row.unloadingStartedAt.toISOString(),
    signedAt: row.signedAt.toISOString(),
  };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
