import type { ConvoyVehicle } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';

export type DriverFields = Pick<ConvoyVehicle, 'driverName' | 'driverPhone' | 'driverLicence' | 'seals'>;

export async function lockVehicle(
  db: Db,
  id: string,
): Promise<{ id: string; plate: string; maxWeightG: number; maxVolumeMl: number } | undefined> {
  return await db('vehicles')
    .where({ id })
    .forUpdate()
    .first({ id: 'id', plate: 'plate', maxWeightG: 'max_weight_g', maxVolumeMl: 'max_volume_ml' });
}

/** The convoy the vehicle is on now. */
export async function convoyOfVehicle(
  db: Db,
  vehicleId: string,
): Promise<{ id: string; code: string } | undefined> {
  return await db('convoy_vehicles as cv')
    .join('convoys as c', 'c.id', 'cv.convoy_id')
    .where('cv.vehicle_id', vehicleId)
    .whereNull('cv.released_at')
    .first({ id: 'c.id', code: 'c.code' });
}

export async function countVehicles(db: Db, convoyId: string): Promise<number> {
  const rows = await db('convoy_vehicles').where({ convoy_id: convoyId, released_at: null }).select('id');
  return rows.length;
}

/** Puts a vehicle on the convoy, as the last; one that was taken off comes back under its old id. */
export async function putVehicle(
  db: Db,
  convoyId: string,
  vehicle: { rowId: string; vehicleId: string; maxWeightG: number; maxVolumeMl: number } & DriverFields,
): Promise<void> {
  const row = {
    max_weight_g: vehicle.maxWeightG,
    max_volume_ml: vehicle.maxVolumeMl,
    ordinal: db.raw(
      '(SELECT coalesce(max(ordinal), 0) + 1 FROM convoy_vehicles WHERE convoy_id = ?)',
      convoyId,
    ),
    released_at: null,
    ...columnsOf(vehicle),
  };
  await db('convoy_vehicles')
    .insert({ id: vehicle.rowId, convoy_id: convoyId, vehicle_id: vehicle.vehicleId, ...row })
    .onConflict(['convoy_id', 'vehicle_id'])
    .merge(row);
}

export async function updateDriver(db: Db, id: string, fields: Patch<DriverFields>): Promise<void> {
  await db('convoy_vehicles').where({ id }).update(columnsOf(fields));
}

/** Whether goods are on the manifest of this vehicle. */
export async function isOnManifest(db: Db, convoyVehicleId: string): Promise<boolean> {
  const line = await db('manifest_lines')
    .where({ convoy_vehicle_id: convoyVehicleId })
    .whereRaw('quantity > released_quantity')
    .first('id');
  return line !== undefined;
}

/** Takes a vehicle off; its row stays when papers or past movements name it. */
export async function takeVehicleOff(db: Db, id: string, at: Date): Promise<void> {
  await db('convoy_vehicles').where({ id, released_at: null }).update({ released_at: at });
  await db.raw(
    `DELETE FROM convoy_vehicles cv WHERE cv.id = :id
       AND NOT EXISTS (SELECT 1 FROM manifest_lines WHERE convoy_vehicle_id = cv.id)
       AND NOT EXISTS (SELECT 1 FROM waybills WHERE convoy_vehicle_id = cv.id)
       AND NOT EXISTS (SELECT 1 FROM accounts WHERE convoy_vehicle_id = cv.id)`,
    { id },
  );
}

/** Frees the vehicles of a convoy that has ended. */
export async function releaseVehicles(db: Db, convoyId: string, at: Date): Promise<void> {
  await db('convoy_vehicles').where({ convoy_id: convoyId, released_at: null }).update({ released_at: at });
}

function columnsOf(fields: Patch<DriverFields>): Record<string, string> {
  const columns = {
    driver_name: fields.driverName,
    driver_phone: fields.driverPhone,
    driver_licence: fields.driverLicence,
    seals: fields.seals,
  };
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
