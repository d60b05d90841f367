import { createHash, randomUUID } from 'node:crypto';
import {
  createTracker,
  createVehicle,
  listTrackers,
  listVehicles,
  revokeTracker,
  updateVehicle,
} from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { ok } from '../../testing/convoy-story.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { activeTrackers } from './index.ts';

let server: TestServer;
let coordinator: Client;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as('coordinator');
});
afterAll(async () => {
  await server.close();
});

const truck = (plate = `47-${randomUUID().slice(0, 6)}`) => ({
  plate,
  kind: 'covered_truck',
  transporter: '',
  trailerPlate: '',
  maxWeightG: 9_000_000,
  maxVolumeMl: 32_000_000,
});

async function addVehicle() {
  return ok(await coordinator.call(createVehicle, { body: truck() }), 201);
}

describe('vehicles', () => {
  test('are added, listed and changed by the version last read', async () => {
    const vehicle = await addVehicle();
    expect(vehicle).toMatchObject({ convoyId: null, isOnTheRoad: false, lastSeenAt: null, version: 1 });
    const asked = { params: { vehicleId: vehicle.id }, body: { maxWeightG: 7_500_000 } };
    const changed = ok(await coordinator.call(updateVehicle, { ...asked, ifMatch: 1 }));
    expect(changed).toMatchObject({ maxWeightG: 7_500_000, plate: vehicle.plate, version: 2 });
    const stale = await coordinator.call(updateVehicle, { ...asked, ifMatch: 1 });
    expect(stale.problem.code).toBe('version_stale');
    expect(ok(await coordinator.call(listVehicles)).map((it) => it.id)).toContain(vehicle.id);
  });

  test('have plates of their own, and are nothing an association sees', async () => {
    const { plate } = await addVehicle();
    expect((await coordinator.call(createVehicle, { body: truck(plate) })).problem.code).toBe('conflict');
    const association = await server.as('association');
    expect((await association.call(listVehicles)).problem.code).toBe('not_allowed');
    const params = { vehicleId: randomUUID() };
    const missing = await coordinator.call(updateVehicle, { params, body: { plate: 'x' }, ifMatch: 1 });
    expect(missing.problem.code).toBe('not_found');
  });
});

describe('trackers', () => {
  test('show their device id once, and only its hash is kept', async () => {
    const vehicle = await addVehicle();
    const params = { vehicleId: vehicle.id };
    const made = ok(await coordinator.call(createTracker, { params, body: { label: 'هاتف السائق' } }), 201);
    expect(made.deviceId).toMatch(/^[2-9a-hjkmnp-z]{16}$/);
    expect(made.tracker.hint).toBe(made.deviceId.slice(-4));
    const listed = await coordinator.call(listTrackers, { params });
    expect(ok(listed)).toEqual([made.tracker]);
    expect(JSON.stringify(listed.body)).not.toContain(made.deviceId);
    const secretHash = createHash('sha256').update(made.deviceId).digest();
    expect(await activeTrackers(server.db)).toContainEqual(
      expect.objectContaining({ secretHash, vehicleNumber: vehicle.number }),
    );
    const stored = JSON.stringify(await server.db('trackers').where({ id: made.tracker.id }));
    expect(stored).not.toContain(made.deviceId);
  });

  test('report no more once revoked, and revoking twice is revoking once', async () => {
    const { id: vehicleId, number } = await addVehicle();
    const { tracker } = ok(
      await coordinator.call(createTracker, { params: { vehicleId }, body: { label: '' } }),
      201,
    );
    const revoke = (trackerId: string) => coordinator.call(revokeTracker, { params: { trackerId } });
    expect((await revoke(tracker.id)).status).toBe(204);
    expect((await revoke(tracker.id)).status).toBe(204);
    expect((await revoke(randomUUID())).status).toBe(404);
    expect((await activeTrackers(server.db)).filter((it) => it.vehicleNumber === number)).toEqual([]);
    const [kept] = ok(await coordinator.call(listTrackers, { params: { vehicleId } }));
    expect(kept?.revokedAt).not.toBeNull();
  });
});
