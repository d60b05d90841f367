import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '@qafila/db';
import { createTestDatabase } from '@qafila/db/testing';
import { expect, test } from 'vitest';
import { readConfig } from './platform/config.ts';
import { createLogger } from './platform/logging.ts';
import { createServer } from './server.ts';
import { addTracker } from './testing/trackers.ts';
import { createWorld } from './testing/world.ts';

/** The way to a database, which can be cut and opened again. */
async function startWay(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const open = new Set<net.Socket>();
  const way = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  const listen = (port: number) => new Promise<void>((resolve) => way.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = way.address() as net.AddressInfo;
  return {
    url: databaseUrl.replace(`:${target.port}/`, `:${port}/`),
    cut: () => {
      way.close();
      for (const socket of open) socket.destroy();
    },
    mend: () => listen(port),
  };
}

test('while the database is away everyone is told to try again, and when it is back all goes on', async () => {
  const { db: direct, url: databaseUrl, drop } = await createTestDatabase();
  const { deviceId } = await addTracker(await createWorld(direct));
  const way = await startWay(databaseUrl);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-away-'));
  const config = readConfig({ PORT: '0', QAFILA_DATA_DIR: dataDir });
  const db = openDatabase(way.url);
  const server = createServer(config, db, { log: createLogger('silent') });
  const url = await server.listen();
  const report = `/?id=${deviceId}&lat=34.5&lon=36.1`;
  const ask = async (what: string) => {
    const { status, headers } = await fetch(url + what);
    return [status, headers.has('retry-after')];
  };
  expect(await Promise.all([report, '/api/v1/server', '/readyz'].map(ask))).toEqual([
    [200, false],
    [200, false],
    [200, false],
  ]);

  way.cut();
  for (const attempt of [1, 2]) {
    expect.soft([attempt, await ask(report)]).toEqual([attempt, [503, true]]);
    expect.soft([attempt, await ask('/api/v1/server')]).toEqual([attempt, [503, true]]);
  }
  expect(await Promise.all(['/readyz', '/healthz'].map(ask))).toEqual([
    [503, false],
    [200, false],
  ]);

  await way.mend();
  for (const what of [report, '/api/v1/server', '/readyz']) {
    await expect.poll(() => ask(what)).toEqual([200, false]);
  }
  await server.close();
  await db.destroy();
  way.cut();
  await drop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});
