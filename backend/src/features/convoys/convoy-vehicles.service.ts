import { randomUUID } from 'node:crypto';
import type { ConvoyFile } from '@qafila/contract';
import { convoyLifecycle, fieldError, LIMITS } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import type { Patch } from '../../platform/patch.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { conclude, lockedConvoy, lockedConvoyOf, requireManifestOpen } from './conclude.ts';
import {
  convoyOfVehicle,
  countVehicles,
  type DriverFields,
  isOnManifest,
  lockVehicle,
  putVehicle,
  takeVehicleOff,
  updateDriver,
} from './convoy-vehicles.repository.ts';

export async function putOn(
  ctx: Context,
  convoyId: string,
  body: DriverFields & { vehicleId: string },
): Promise<ConvoyFile> {
  const convoy = await lockedConvoy(ctx, convoyId);
  requireManifestOpen(convoy);
  if ((await countVehicles(ctx.db, convoyId)) >= LIMITS.vehiclesPerConvoy) {
    throw new Refusal('conflict', undefined, { values: { maximum: LIMITS.vehiclesPerConvoy } });
  }
  const vehicle = await lockVehicle(ctx.db, body.vehicleId);
  if (!vehicle) throw refuseFields(fieldError('vehicleId', 'no_such_reference'));
  const busy = await convoyOfVehicle(ctx.db, vehicle.id);
  if (busy) {
    throw new Refusal('vehicle_busy', undefined, { values: { plate: vehicle.plate, convoyCode: busy.code } });
  }
  await putVehicle(ctx.db, convoyId, { ...vehicle, ...body, rowId: randomUUID() });
  return await conclude(ctx, convoy, ['convoys'], {
    action: 'convoy.vehicleAdded',
    detail: { vehicleId: vehicle.id },
  });
}

/** A driver may change on the road too, until the convoy has ended. */
export async function changeDriver(
  ctx: Context,
  convoyVehicleId: string,
  fields: Patch<DriverFields>,
): Promise<ConvoyFile> {
  const convoy = await lockedConvoyOf(ctx, 'vehicles', convoyVehicleId);
  if (convoyLifecycle.isTerminal(convoy.status)) throw new Refusal('transition_not_allowed');
  await updateDriver(ctx.db, convoyVehicleId, fields);
  return await conclude(ctx, convoy, ['convoys'], {
    action: 'convoy.driverChanged',
    detail: { convoyVehicleId },
  });
}

export async function takeOff(ctx: Context, convoyVehicleId: string): Promise<undefined> {
  const convoy = await lockedConvoyOf(ctx, 'vehicles', convoyVehicleId);
  requireManifestOpen(convoy);
  if (await isOnManifest(ctx.db, convoyVehicleId)) {
    throw new Refusal('conflict', 'Goods on the manifest still ride on this vehicle');
  }
  await takeVehicleOff(ctx.db, convoyVehicleId, ctx.now());
  await conclude(ctx, convoy, ['convoys'], {
    action: 'convoy.vehicleRemoved',
    detail: { convoyVehicleId },
  });
}
