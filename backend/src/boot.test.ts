import { once } from 'node:events';
import fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '@qafila/db/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boot } from './boot.ts';
import { isUnfinished, markUnfinished } from './demo-load.repository.ts';
import { requireKeyOfDatabase } from './features/referrals/person-key.repository.ts';
import { type Config, readConfig } from './platform/config.ts';
import { StartError } from './start-errors.ts';
import { welcome } from './welcome.ts';

let database: TestDatabase;
let dataDir: string;
let said: string[];
beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-boot-'));
  said = [];
});
afterEach(async () => {
  await database.drop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const configOf = (changes: Partial<Config> = {}): Config => ({
  ...readConfig({ PORT: '0', QAFILA_DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent' }),
  withDemo: false,
  withSimulation: false,
  ...changes,
});
const start = (changes: Partial<Config> = {}) =>
  boot(
    configOf(changes),
    (sentence) => said.push(sentence),
    () => undefined,
  );
const addDemoPerson = () =>
  database.db('users').insert({
    id: '00000000-0000-4000-8000-00000000d001',
    email: 'official@demo.qafila',
    name: 'Demo',
    role: 'official',
    password_hash: '',
    is_demo: true,
  });

test('an empty system prints a link for its first administrator', async () => {
  const running = await start();
  const lines = await welcome(configOf(), running.db, running.url);
  expect(lines.join('\n')).toContain(running.url);
  expect(lines.join('\n')).toMatch(/\/invitation#[\w-]{43}/);
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  await running.stop();
  await expect(fetch(`${running.url}/healthz`)).rejects.toThrow();
});

test('a port that is taken is said so, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  await expect(start({ port })).rejects.toThrow(new RegExp(`Port ${port} .* taken.*\\n.*PORT=${port + 1}`));
  other.close();
});

test('a database that is not there is said so, with what to do', async () => {
  const databaseUrl = 'postgres://nobody@127.0.0.1:1/nothing';
  await expect(start({ databaseUrl })).rejects.toThrow(
    /DATABASE_URL cannot be used.*\n.*Correct DATABASE_URL/s,
  );
});

test('a database that ends the conversation at once is said to be unusable', async () => {
  const mute = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const { port } = mute.address() as AddressInfo;
  const databaseUrl = `postgres://a:b@127.0.0.1:${port}/x`;
  await expect(start({ databaseUrl })).rejects.toThrow(
    /DATABASE_URL cannot be used[\s\S]*Correct DATABASE_URL/,
  );
  mute.close();
});

test.each([
  ['lies under a file', (dir: string) => path.join(dir, 'file', 'data')],
  ['holds something else', (dir: string) => path.join(dir, 'strange')],
])('a data folder that %s is named, with what to do', async (_name, pathIn) => {
  fs.writeFileSync(path.join(dataDir, 'file'), '');
  fs.mkdirSync(path.join(dataDir, 'strange/postgres/data'), { recursive: true });
  const started = start({ databaseUrl: undefined, dataDir: pathIn(dataDir) });
  await expect(started).rejects.toBeInstanceOf(StartError);
  await expect(started).rejects.toThrow(/(file|strange)[\s\S]*QAFILA_DATA_DIR/);
});

test('demo data is not offered on a public address unless told so', async () => {
  await expect(start({ withDemo: true, host: '0.0.0.0' })).rejects.toThrow(/QAFILA_DEMO_PUBLIC=yes/);
  expect(await database.db('users').first()).toBeUndefined();
  await addDemoPerson();
  await expect(start({ host: '0.0.0.0' })).rejects.toThrow(/everyone knows/);
  const running = await start({ host: '0.0.0.0', isDemoPublic: true });
  expect(running.isDemo).toBe(true);
  expect((await welcome(configOf(), running.db, running.url)).join('\n')).toContain('official@demo.qafila');
  await running.stop();
});

test('the demo is loaded into an empty database, and anew when it was cut short', async () => {
  await addDemoPerson();
  await markUnfinished(database.db, true);
  const running = await start({ withDemo: true });
  expect(said.join('\n')).toContain('beginning anew');
  expect(await isUnfinished(running.db)).toBe(false);
  const [row] = await running.db('convoys').count({ convoys: '*' });
  expect(Number(row?.['convoys'])).toBeGreaterThanOrEqual(6);
  await running.stop();

  said = [];
  const again = await start({ withDemo: true });
  expect(said).toEqual([]);
  await again.stop();
}, 300_000);

test('a database whose national ids were hashed with another key is refused, with what to do', async () => {
  const first = await start({ personKey: 'the key of the first server, long enough' });
  await requireKeyOfDatabase(first.db, 'the key of the first server, long enough');
  await first.stop();
  const other = start({ personKey: 'another key, which is also long enough' });
  await expect(other).rejects.toThrow(/hashed with another key[\s\S]*QAFILA_PERSON_KEY/);
  await (await start({ personKey: 'the key of the first server, long enough' })).stop();
});

test('a database in use gets no demo', async () => {
  const first = await start();
  await first.stop();
  await addDemoPerson();
  await database.db('users').update({ is_demo: false });
  const running = await start({ withDemo: true });
  expect(running.isDemo).toBe(false);
  expect(await running.db('convoys').first()).toBeUndefined();
  await running.stop();
});
