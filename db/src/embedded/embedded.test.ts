import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBinaries } from './binaries.ts';
import { type EmbeddedServer, startEmbedded } from './index.ts';
import { isAlive } from './processes.ts';
import {
  compileHolder,
  type Holder,
  killWhileStarting,
  makeDataDir,
  nothingRunsIn,
  query,
  startHolder,
} from './testing.ts';
import { waitUntil } from './wait.ts';

const GONE_WITHIN_MS = 5000;

/** Several starts, one after the other: on a busy machine each takes seconds. */
vi.setConfig({ testTimeout: 90_000 });

let compiled: { dir: string; file: string };
let dataDir: string;
let clusterDir: string;
const holders: Holder[] = [];
const servers: EmbeddedServer[] = [];

beforeAll(() => {
  compiled = compileHolder();
});
afterAll(() => fs.rmSync(compiled.dir, { recursive: true, force: true }));

beforeEach(() => {
  dataDir = makeDataDir();
  clusterDir = path.join(dataDir, 'postgres/data');
});
afterEach(async () => {
  await Promise.all(holders.splice(0).map((holder) => holder.kill()));
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  expect(await nothingRunsIn(clusterDir, GONE_WITHIN_MS)).toBe(true);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

async function hold(env?: NodeJS.ProcessEnv): Promise<Holder> {
  const holder = await startHolder(compiled.file, dataDir, env);
  holders.push(holder);
  return holder;
}

async function start(dir = dataDir): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir: dir });
  servers.push(server);
  return server;
}

/** Acknowledged numbers that the database does not have. */
async function lost(url: string, acknowledgedSoFar: number[]): Promise<number[]> {
  const acknowledged = [...acknowledgedSoFar];
  const rows = await query(url, 'SELECT n FROM acknowledged');
  const stored = new Set(rows.map((row) => row['n']));
  return acknowledged.filter((n) => !stored.has(n));
}

describe('the embedded database', () => {
  test('is durable, checksummed, in UTF-8 and on loopback alone', async () => {
    const { url } = await start();
    const settings = await query(
      url,
      `SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) AS all FROM pg_settings WHERE name IN
       ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding', 'listen_addresses')`,
    );
    expect(settings[0]?.['all']).toBe(
      'data_checksums=on fsync=on full_page_writes=on listen_addresses=127.0.0.1 server_encoding=UTF8 synchronous_commit=on',
    );
  });

  test('keeps its data from one start to the next and leaves no process between', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    await first.stop();
    expect(await nothingRunsIn(clusterDir, 0)).toBe(true);
    const second = await start();
    expect(second.isAttached).toBe(false);
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  test('works behind a symbolic link and a path with spaces', async () => {
    const real = path.join(dataDir, 'a folder');
    fs.mkdirSync(real);
    fs.symlinkSync(real, path.join(dataDir, 'link'));
    const throughLink = await start(path.join(dataDir, 'link'));
    const direct = await start(real);
    expect(direct.isAttached).toBe(true);
    expect(direct.url).toBe(throughLink.url);
  });

  test('removes what a killed creation left behind', async () => {
    const unfinished = `${clusterDir}.init-1`;
    fs.mkdirSync(unfinished, { recursive: true });
    await start();
    expect(fs.existsSync(unfinished)).toBe(false);
  });

  test('refuses the folder of another version and changes nothing', async () => {
    fs.mkdirSync(clusterDir, { recursive: true });
    fs.writeFileSync(path.join(clusterDir, 'PG_VERSION'), '13\n');
    await expect(start()).rejects.toThrow('was written by PostgreSQL 13');
    expect(fs.readdirSync(clusterDir)).toEqual(['PG_VERSION']);
  });

  test('asks for DATABASE_URL where no binary exists for the platform', () => {
    expect(() => findBinaries('sunos', 'x64')).toThrow('Set DATABASE_URL');
  });
});

describe.runIf(process.getuid?.() === 0)('root without user namespaces', () => {
  test('runs it as another user, and takes over what it made before', async () => {
    const before = await hold();
    await query(before.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    await before.stop();
    const tools = path.join(dataDir, 'tools');
    fs.mkdirSync(tools);
    for (const tool of ['test', 'mkfifo']) fs.symlinkSync(`/usr/bin/${tool}`, path.join(tools, tool));
    const holder = await hold({ PATH: tools });
    expect(fs.statSync(`/proc/${holder.serverPid}`).uid).not.toBe(0);
    expect(await query(holder.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await holder.stop();
    const again = await start();
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });
});

describe('two starts at once', () => {
  test('make one server, which runs until the last one leaves', async () => {
    const [one, two, three] = await Promise.all([hold(), hold(), hold()]);
    const pids = new Set([one, two, three].map((holder) => holder.serverPid));
    expect(pids.size).toBe(1);
    const [starter, ...joined] = [one, two, three].sort(
      (a, b) => Number(a.isAttached) - Number(b.isAttached),
    );
    expect(joined.map((holder) => holder.isAttached)).toEqual([true, true]);
    await starter?.stop();
    await joined[0]?.kill();
    expect(await query(one.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await joined[1]?.stop();
    expect(await nothingRunsIn(clusterDir, GONE_WITHIN_MS)).toBe(true);
  });
});

describe('after kill -9', () => {
  test('of the application no process stays, and the next start has every acknowledged row', async () => {
    const holder = await hold();
    holder.insert();
    await waitUntil(() => holder.acknowledged.length > 200, 20_000);
    await holder.kill();
    expect(await nothingRunsIn(clusterDir, GONE_WITHIN_MS)).toBe(true);
    expect(await lost((await start()).url, holder.acknowledged)).toEqual([]);
  });

  test('of an application that is only just starting, no process stays either', async () => {
    await (await hold()).stop();
    for (let delayMs = 0; delayMs < 100; delayMs += 20) {
      await killWhileStarting(compiled.file, dataDir, delayMs);
      await sleep(200);
      expect(await nothingRunsIn(clusterDir, GONE_WITHIN_MS)).toBe(true);
    }
  });

  test('of the application a start in the same instant waits for the dying server', async () => {
    for (let round = 0; round < 3; round++) {
      const holder = await hold();
      holder.insert();
      await waitUntil(() => holder.acknowledged.length > 20, 20_000);
      const [next] = await Promise.all([start(), holder.kill()]);
      await query(next.url, 'SELECT pg_sleep(0.3)');
      expect(await lost(next.url, holder.acknowledged)).toEqual([]);
      await next.stop();
    }
  });

  test('of the database it comes back at the same address with every acknowledged row', async () => {
    const holder = await hold();
    holder.insert();
    await waitUntil(() => holder.acknowledged.length > 50, 20_000);
    process.kill(holder.serverPid, 'SIGKILL');
    const before = holder.acknowledged.length;
    expect(await waitUntil(() => holder.acknowledged.length > before + 50, 20_000)).toBe(true);
    expect(await lost(holder.url, holder.acknowledged)).toEqual([]);
  });

  test('of both, a pid file that names an unrelated process is not believed', async () => {
    const first = await start();
    const pidFile = path.join(clusterDir, 'postmaster.pid');
    const content = fs.readFileSync(pidFile, 'utf8');
    await first.stop();
    const unrelated = process.ppid;
    fs.writeFileSync(pidFile, content.replace(/^\d+/, String(unrelated)), { mode: 0o600 });
    expect(await query((await start()).url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(isAlive(unrelated)).toBe(true);
  });
});
