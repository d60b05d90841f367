import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { Agent, get } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadGoods, signIn } from '@qafila/contract';
import { type Db, migrate, openDatabase } from '@qafila/db';
import { startEmbedded } from '@qafila/db/embedded';
import { createTestDatabase } from '@qafila/db/testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ledgerFaults } from './features/custody/index.ts';
import { hashPassword } from './features/session/index.ts';
import { readConfig } from './platform/config.ts';
import { createServer } from './server.ts';
import { mosquitto, startBroker } from './testing/broker.ts';
import { addConvoy, allotGoods, receiveGoods } from './testing/cargo.ts';
import { Client } from './testing/client.ts';
import { buildServer, startProcess as startServerProcess } from './testing/process.ts';
import { addTracker, type TestTracker } from './testing/trackers.ts';
import { createWorld, type World } from './testing/world.ts';

const KILLS = 10;
const AT_A_TIME = 25;
/** For a start, or for what is sent in it, on a machine that has other work. */
const PATIENTLY = { timeout: 60_000 };
vi.setConfig({ testTimeout: 300_000 });

const PASSWORD = 'a long passphrase';

const temporaryDir = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-crash-'));
let lastTimestampMs = Date.now() - 3_600_000;

/** Sends fixes, each of its own millisecond, until told to stop; answers which were acknowledged. */
function pingUntilStopped(url: string, { deviceId }: TestTracker) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });
  const acknowledged: number[] = [];
  const stopping = new AbortController();

  function ping(): Promise<void> {
    const at = lastTimestampMs++;
    return new Promise((resolve) => {
      const request = get(`${url}/?id=${deviceId}&lat=34&lon=36&timestamp=${at}`, { agent, timeout: 3_000 });
      request.on('response', (response) => {
        if (response.statusCode === 200) acknowledged.push(at);
        response.resume().on('close', resolve);
      });
      request.on('timeout', () => request.destroy());
      request.on('error', () => resolve());
    });
  }

  const loops = Array.from({ length: AT_A_TIME }, async () => {
    while (!stopping.signal.aborted) await ping();
  });
  return {
    acknowledged,
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.all(loops);
      agent.destroy();
    },
  };
}

async function missing(db: Db, acknowledged: readonly number[]): Promise<number> {
  const { rows } = await db.raw(
    `SELECT count(*) AS lost FROM unnest(?::float8[]) AS sent (at)
     WHERE NOT EXISTS (SELECT 1 FROM positions p WHERE p.recorded_at = to_timestamp(sent.at / 1000))`,
    [[...acknowledged]],
  );
  return rows[0].lost;
}

/** The built server, as a process that ends with its test. */
function startProcess(databaseUrl: string, dataDir: string, more: Record<string, string> = {}) {
  return startServerProcess(databaseUrl, dataDir, more, (child) => {
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
  });
}

/** Goods allotted to a vehicle that is being loaded. */
async function allotted(world: World): Promise<{ convoyId: string; lineId: string }> {
  const associationId = await world.association();
  const campaignId = await world.campaign({ participants: [associationId] });
  const itemId = await world.item({ unitWeightG: 10, unitVolumeMl: 10 });
  const siteId = await world.site();
  const destination = await world.site('distribution_point');
  const pledgeId = await world.pledge({ campaignId, associationId, itemId, siteId, quantity: 50_000 });
  const goods = await receiveGoods(world, { pledgeId, siteId, quantity: 50_000 });
  const convoy = await addConvoy(world, {
    campaignId,
    originSiteId: siteId,
    stopSiteIds: [destination],
    vehicleIds: [await world.vehicle()],
  });
  await world.db('waybills').insert({
    id: randomUUID(),
    code: 'WB-1',
    convoy_id: convoy.id,
    convoy_vehicle_id: convoy.convoyVehicleIds[0],
    stop_id: convoy.stopIds[0],
    issued_by: world.userId,
    issued_at: new Date(),
  });
  return { convoyId: convoy.id, lineId: await allotGoods(world, { convoy, ...goods, quantity: 50_000 }) };
}

async function coordinatorOf(db: Db, url: string): Promise<Client> {
  const email = 'loader@example.org';
  const password_hash = await hashPassword(PASSWORD);
  await db('users')
    .insert({ id: randomUUID(), email, name: 'Loader', role: 'coordinator', password_hash })
    .onConflict('email')
    .ignore();
  const client = new Client(url);
  await client.call(signIn, { body: { email, password: PASSWORD } });
  return client;
}

/** Loads one unit after another; answers the movements that were acknowledged, and how many were asked for. */
function loadUntilStopped(client: Client, convoyId: string, lineId: string) {
  const stopping = new AbortController();
  const counts = { acknowledged: 0, asked: 0 };
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      counts.asked++;
      const body = { movementId: randomUUID(), lines: [{ lineId, quantity: 1 }] };
      const answer = await client.call(loadGoods, { params: { convoyId }, body }).catch(() => undefined);
      if (answer?.status === 200) counts.acknowledged++;
      else await sleep(10);
    }
  })();
  return {
    counts,
    async stop(): Promise<void> {
      stopping.abort();
      await loop;
    },
  };
}

/** All that was acknowledged is aboard, nothing that was not asked for, and the books agree. */
async function expectLoaded(
  db: Db,
  lineId: string,
  { acknowledged, asked }: { acknowledged: number; asked: number },
): Promise<void> {
  const { loaded_quantity } = await db('manifest_lines').where({ id: lineId }).first();
  expect(loaded_quantity).toBeGreaterThanOrEqual(acknowledged);
  expect(loaded_quantity).toBeLessThanOrEqual(asked);
  expect(await db('accounts').where({ kind: 'vehicle' }).first('balance')).toEqual({
    balance: loaded_quantity,
  });
  expect(await ledgerFaults(db)).toEqual([]);
}

test('nothing acknowledged is lost when the server is killed in the middle of it, ten times', async () => {
  buildServer();
  const { db, url: databaseUrl, drop } = await createTestDatabase();
  const dataDir = temporaryDir();
  const world = await createWorld(db);
  const truck = await addTracker(world);
  const { convoyId, lineId } = await allotted(world);
  const acknowledged: number[] = [];
  let loaded = 0;
  let asked = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    const { child, url } = await startProcess(databaseUrl, dataDir);
    const loads = loadUntilStopped(await coordinatorOf(db, url), convoyId, lineId);
    const pings = pingUntilStopped(url, truck);
    await expect
      .poll(() => Math.min(pings.acknowledged.length / 50, loads.counts.acknowledged / 3), PATIENTLY)
      .toBeGreaterThan(1);
    await sleep(kill * 37);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    await Promise.all([pings.stop(), loads.stop()]);
    acknowledged.push(...pings.acknowledged);
    loaded += loads.counts.acknowledged;
    asked += loads.counts.asked;
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS * 50);
  expect(await missing(db, acknowledged)).toBe(0);
  await expectLoaded(db, lineId, { acknowledged: loaded, asked });
  await drop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

test.skipIf(!mosquitto)(
  'what a broker had delivered to a server that was killed before it was stored comes again',
  async () => {
    buildServer();
    const { db, url: databaseUrl, drop } = await createTestDatabase();
    const [dataDir, broker] = [temporaryDir(), await startBroker()];
    const truck = await addTracker(await createWorld(db));
    const stored = () => db('positions').where({ vehicle_number: truck.number }).orderBy('recorded_at');
    const publish = (second: number) =>
      broker.publish(`owntracks/driver/${truck.deviceId}`, {
        _type: 'location',
        lat: 34,
        lon: 36,
        tst: second,
      });
    const from = Math.floor(Date.now() / 1000) - 100;
    const start = async () => (await startProcess(databaseUrl, dataDir, { MQTT_URL: broker.url })).child;
    const first = await start();
    await expect
      .poll(async () => {
        await publish(from);
        return (await stored()).length;
      })
      .toBe(1);
    const holding = await db.transaction();
    await holding.raw('LOCK TABLE positions');
    await publish(from + 1);
    const waiting = () =>
      db('pg_stat_activity').where({ wait_event_type: 'Lock' }).whereLike('query', '%INTO positions%');
    await expect.poll(waiting).toHaveLength(1);
    const ended = once(first, 'exit');
    first.kill('SIGKILL');
    await ended;
    // The database would still do what the dead process had asked for.
    for (const { pid } of await waiting()) await db.raw('SELECT pg_terminate_backend(?)', [pid]);
    await holding.rollback();
    await publish(from + 2);
    expect(await stored()).toHaveLength(1);
    const second = await start();
    await expect.poll(stored).toHaveLength(3);
    second.kill('SIGKILL');
    await broker.stop();
    await drop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  },
);

test('nothing acknowledged is lost when the database is killed ten times, and the server goes on by itself', async () => {
  const dataDir = temporaryDir();
  const embedded = await startEmbedded({ dataDir });
  const db = openDatabase(embedded.url);
  await migrate(db);
  const world = await createWorld(db);
  const truck = await addTracker(world);
  const { convoyId, lineId } = await allotted(world);
  const config = readConfig({
    PORT: '0',
    QAFILA_DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    QAFILA_TRACKER_RATE: '1000000',
  });
  const server = createServer(config, db);
  const url = await server.listen();
  const loads = loadUntilStopped(await coordinatorOf(db, url), convoyId, lineId);
  const pings = pingUntilStopped(url, truck);
  for (let kill = 1; kill <= KILLS; kill++) {
    const before = pings.acknowledged.length;
    const loadedBefore = loads.counts.acknowledged;
    await expect.poll(() => pings.acknowledged.length, PATIENTLY).toBeGreaterThan(before + 100);
    await expect.poll(() => loads.counts.acknowledged, PATIENTLY).toBeGreaterThan(loadedBefore);
    const killed = embedded.serverPid();
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => embedded.serverPid(), PATIENTLY).not.toBe(killed);
  }
  const before = pings.acknowledged.length;
  await expect.poll(() => pings.acknowledged.length, PATIENTLY).toBeGreaterThan(before + 100);
  await Promise.all([pings.stop(), loads.stop()]);
  expect(await missing(db, pings.acknowledged)).toBe(0);
  await expectLoaded(db, lineId, loads.counts);
  await server.close();
  await db.destroy();
  await embedded.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});
