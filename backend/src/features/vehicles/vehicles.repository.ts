import type { Vehicle } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';

export type VehicleFields = Pick<
  Vehicle,
  'plate' | 'kind' | 'transporter' | 'trailerPlate' | 'maxWeightG' | 'maxVolumeMl'
>;
export type VehicleRow = Omit<Vehicle, 'lastSeenAt'> & { lastSeenAt: Date | null };

const COLUMN = {
  plate: 'plate',
  kind: 'kind',
  transporter: 'transporter',
  trailerPlate: 'trailer_plate',
  maxWeightG: 'max_weight_g',
  maxVolumeMl: 'max_volume_ml',
} as const satisfies Record<keyof VehicleFields, string>;

const SELECT_VEHICLES = `
  SELECT v.id, v.number, v.plate, v.kind, v.transporter, v.trailer_plate AS "trailerPlate",
         v.max_weight_g AS "maxWeightG", v.max_volume_ml AS "maxVolumeMl",
         c.id AS "convoyId", c.code AS "convoyCode", c.ended_at IS NULL AND c.departed_at IS NOT NULL AS "isOnTheRoad",
         (SELECT count(*) FROM trackers t WHERE t.vehicle_id = v.id AND t.revoked_at IS NULL) AS "trackerCount",
         p.recorded_at AS "lastSeenAt", v.version
  FROM vehicles v
  LEFT JOIN convoy_vehicles cv ON cv.vehicle_id = v.id AND cv.released_at IS NULL
  LEFT JOIN convoys c ON c.id = cv.convoy_id
  LEFT JOIN last_positions p ON p.vehicle_number = v.number`;

export async function selectVehicles(db: Db): Promise<VehicleRow[]> {
  const { rows } = await db.raw<{ rows: VehicleRow[] }>(`${SELECT_VEHICLES} ORDER BY v.number`);
  return rows;
}

export async function selectVehicle(db: Db, id: string): Promise<VehicleRow | undefined> {
  const { rows } = await db.raw<{ rows: VehicleRow[] }>(`${SELECT_VEHICLES} WHERE v.id = ?`, [id]);
  return rows[0];
}

export async function insertVehicle(db: Db, id: string, fields: VehicleFields): Promise<void> {
  await db('vehicles').insert({ id, ...columnsOf(fields) });
}

/** False when the vehicle is not there in that version. */
export async function updateVehicle(
  db: Db,
  id: string,
  version: number,
  fields: Patch<VehicleFields>,
): Promise<boolean> {
  const changed = await db('vehicles')
    .where({ id, version })
    .update({ ...columnsOf(fields), version: version + 1 });
  return changed === 1;
}

function columnsOf(fields: Patch<VehicleFields>): Record<string, string | number> {
  const names = Object.keys(COLUMN) as (keyof VehicleFields)[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = fields[name];
      return value === undefined ? [] : [[COLUMN[name], value]];
    }),
  );
}
