import { setTimeout as sleep } from 'node:timers/promises';
import { type FixTuple, type PositionSnapshot, readPositions } from '@qafila/contract';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addConvoy } from '../../testing/cargo.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { addTracker, type TestTracker } from '../../testing/trackers.ts';
import { createWorld } from '../../testing/world.ts';

const VEHICLES = 20;
const VIEWERS = 20;
const BREAKS_EACH = 10;

let server: TestServer;
let campaignId: string;
let trackers: TestTracker[];
let staff: Client;
beforeAll(async () => {
  server = await startTestServer();
  const world = await createWorld(server.db);
  campaignId = await world.campaign({ participants: [await world.association()] });
  trackers = await Promise.all(Array.from({ length: VEHICLES }, () => addTracker(world)));
  await addConvoy(world, {
    campaignId,
    originSiteId: await world.site(),
    stopSiteIds: [await world.site('distribution_point')],
    vehicleIds: trackers.map(({ vehicleId }) => vehicleId),
  });
  staff = await server.as('official');
  server.server.announcer.announce({ kind: 'trackersChanged' });
  server.server.announcer.announce({ kind: 'campaignChanged', campaignId, topics: ['convoys'] });
});
afterAll(() => server.close());

/** Does what a browser does: asks at every connection and when a frame is missing. */
function follow() {
  const fixes = new Map<number, FixTuple>();
  let sequence = 0;
  let connections = 0;
  const socket: Socket = io(server.url, {
    transports: ['websocket'],
    extraHeaders: { cookie: staff.cookie },
    reconnectionDelay: 5,
    reconnectionDelayMax: 50,
    forceNew: true,
  });
  const take = (arrived: readonly FixTuple[]): void => {
    for (const fix of arrived) if ((fixes.get(fix[0])?.[1] ?? 0) <= fix[1]) fixes.set(fix[0], fix);
  };
  const ask = (): void => {
    socket.emit('campaign:watch', campaignId, (answer: { data: PositionSnapshot }) => {
      sequence = answer.data.sequence;
      take(answer.data.fixes);
    });
  };
  socket.on('connect', () => {
    connections++;
    ask();
  });
  socket.on('positions:changed', (frame: PositionSnapshot) => {
    take(frame.fixes);
    if (frame.sequence > sequence + 1) ask();
    sequence = Math.max(sequence, frame.sequence);
  });
  return {
    socket,
    connections: () => connections,
    /** As a network that is gone: nobody is told. */
    cut: () => socket.io.engine?.close(),
    known: () => [...fixes.values()].sort(([a], [b]) => a - b),
  };
}

/** Reports of all vehicles, each newer than the one before, until told to stop. */
function drive() {
  let isDriving = true;
  let step = 0;
  const driven = Promise.all(
    trackers.map(async ({ deviceId }) => {
      while (isDriving) {
        const timestamp = Date.now() - 3_600_000 + step++ * 100;
        const lat = 34 + (step % 1_000) * 0.00001;
        const answer = await fetch(`${server.url}/?id=${deviceId}&lat=${lat}&lon=36&timestamp=${timestamp}`);
        if (!answer.ok) throw new Error(`refused: ${answer.status}`);
        await sleep(20);
      }
    }),
  );
  return async (): Promise<void> => {
    isDriving = false;
    await driven;
  };
}

test('after 200 forced reconnects under load every viewer knows what the server knows', async () => {
  await expect.poll(async () => (await fetch(`${server.url}/?id=${trackers[0]?.deviceId}`)).ok).toBe(true);
  const stop = drive();
  const viewers = Array.from({ length: VIEWERS }, follow);
  await Promise.all(
    viewers.map(async (viewer, index) => {
      for (let cut = 1; cut <= BREAKS_EACH; cut++) {
        await expect.poll(viewer.connections, { interval: 10 }).toBe(cut);
        await sleep((index * 37 + cut * 53) % 150);
        viewer.cut();
      }
      await expect.poll(viewer.connections).toBe(BREAKS_EACH + 1);
    }),
  );
  await stop();
  await sleep(500);
  const { body } = await staff.call(readPositions, { params: { campaignId } });
  expect(body.fixes).toHaveLength(VEHICLES);
  const expected = body.fixes.toSorted(([a], [b]) => a - b);
  for (const viewer of viewers) {
    expect(viewer.known()).toEqual(expected);
    viewer.socket.disconnect();
  }
});
