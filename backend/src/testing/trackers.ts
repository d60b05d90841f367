import { createHash, randomUUID } from 'node:crypto';
import type { World } from './world.ts';

export type TestTracker = { vehicleId: string; number: number; deviceId: string };

/** A vehicle whose tracker reports under the answer's `deviceId`; any vehicle will do unless one is named. */
export async function addTracker(world: World, vehicleId?: string): Promise<TestTracker> {
  const { db, userId } = world;
  const vehicle = vehicleId ?? (await world.vehicle());
  const deviceId = `tracker-${randomUUID()}`;
  await db('trackers').insert({
    id: randomUUID(),
    vehicle_id: vehicle,
    secret_hash: createHash('sha256').update(deviceId).digest(),
    hint: deviceId.slice(-4),
    created_by: userId,
  });
  const { number } = await db('vehicles').where({ id: vehicle }).first('number');
  return { vehicleId: vehicle, number, deviceId };
}
