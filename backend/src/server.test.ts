import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startTestServer } from './testing/server.ts';
import { addTracker } from './testing/trackers.ts';
import { createWorld } from './testing/world.ts';

test('a server that is told to end keeps every position it says it stored, and hears no more', async () => {
  const { url, db, server, close } = await startTestServer();
  const { deviceId } = await addTracker(await createWorld(db));
  server.announcer.announce({ kind: 'trackersChanged' });
  const report = (second: number): Promise<number> =>
    fetch(
      `${url}/?id=${deviceId}&lat=34.5&lon=36.1&timestamp=${Math.floor(Date.now() / 1000) - second}`,
    ).then(
      (answer) => answer.status,
      () => 0,
    );
  expect(await report(1000)).toBe(200);
  const reports = Array.from({ length: 200 }, (_, n) => report(n));
  await reports[20];
  await server.close();
  const statuses = await Promise.all(reports);
  expect(new Set(statuses).size).toBeLessThanOrEqual(3);
  for (const status of statuses) expect([200, 503, 0]).toContain(status);
  const [row] = await db('positions').count({ stored: '*' });
  const acknowledged = statuses.filter((status) => status === 200).length + 1;
  expect(Number(row?.['stored'])).toBeGreaterThanOrEqual(acknowledged);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  await close();
});

test('a server that ends says so to whoever asks whether it is ready', async () => {
  const { url, server, close } = await startTestServer();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  // A request that has begun before the end and is finished after it.
  socket.write('GET /readyz HTTP/1.1\r\nHost: x\r\n');
  await expect.poll(() => openConnections(server.http)).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closed = server.close();
  socket.write('\r\n');
  const [heard] = await once(socket, 'data');
  expect(String(heard)).toMatch(/^HTTP\/1\.1 503 /);
  expect(String(heard)).toContain('"draining"');
  socket.destroy();
  await closed;
  await close();
});

function openConnections(http: {
  getConnections: (done: (error: Error | null, count: number) => void) => void;
}): Promise<number> {
  return new Promise((resolve, reject) => {
    http.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

test('a server that ends waits for answers under way, not for trackers that go on asking', async () => {
  const { url, server, close } = await startTestServer();
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const ask = (): Promise<number> =>
    new Promise((resolve) => {
      get(`${url}/?id=unknown&lat=34&lon=36`, { agent }, (answer) => {
        answer.resume().once('close', () => resolve(answer.statusCode ?? 0));
      }).once('error', () => resolve(0));
    });
  const tracker = async (): Promise<void> => {
    while ((await ask()) !== 0);
  };
  const trackers = Array.from({ length: 8 }, tracker);
  await ask();
  const beganAt = Date.now();
  await server.close();
  expect(Date.now() - beganAt).toBeLessThan(2000);
  await Promise.all(trackers);
  agent.destroy();
  await close();
});
