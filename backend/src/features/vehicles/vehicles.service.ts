import { randomUUID } from 'node:crypto';
import type { Vehicle } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Patch } from '../../platform/patch.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  insertVehicle,
  selectVehicle,
  selectVehicles,
  updateVehicle,
  type VehicleFields,
  type VehicleRow,
} from './vehicles.repository.ts';

export async function list({ db }: Context): Promise<Vehicle[]> {
  return (await selectVehicles(db)).map(toVehicle);
}

export async function create(ctx: Context, fields: VehicleFields): Promise<Vehicle> {
  const id = randomUUID();
  await insertVehicle(ctx.db, id, fields);
  const vehicle = await read(ctx, id);
  await audit(ctx, { action: 'vehicle.created', subjectType: 'vehicle', subjectId: id });
  return vehicle;
}

export async function update(
  ctx: Context,
  id: string,
  version: number,
  fields: Patch<VehicleFields>,
): Promise<Vehicle> {
  const isChanged = await updateVehicle(ctx.db, id, version, fields);
  const vehicle = await read(ctx, id);
  if (!isChanged) throw new Refusal('version_stale');
  await audit(ctx, { action: 'vehicle.changed', subjectType: 'vehicle', subjectId: id });
  return vehicle;
}

export async function requireVehicle({ db }: Context, id: string): Promise<VehicleRow> {
  const row = await selectVehicle(db, id);
  if (!row) throw new Refusal('not_found');
  return row;
}

async function read(ctx: Context, id: string): Promise<Vehicle> {
  return toVehicle(await requireVehicle(ctx, id));
}

function toVehicle(row: VehicleRow): Vehicle {
  return { ...row, lastSeenAt: row.lastSeenAt?.toISOString() ?? null };
}
