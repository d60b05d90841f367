import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AssociationStatus, readRegistryFigures } from '@qafila/contract';
import { loadReferenceData } from '@qafila/db/seeds';
import { createTestDatabase, type TestDatabase } from '@qafila/db/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ledgerFaults } from '../features/custody/index.ts';
import { readConfig } from '../platform/config.ts';
import { createLogger } from '../platform/logging.ts';
import { createServer } from '../server.ts';
import { signInAs } from './client.ts';
import { loadDemo, type ServeAt } from './index.ts';

let database: TestDatabase;
let dataDir: string;
beforeEach(async () => {
  database = await createTestDatabase();
  await loadReferenceData(database.db);
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-demo-'));
});
afterEach(async () => {
  await database.drop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

test('the demo can be loaded on any day of the year, also in January', async () => {
  const { db } = database;
  const config = readConfig({ PORT: '0', QAFILA_DATA_DIR: dataDir });
  const january = new Date('2027-01-10T22:30:00Z');
  const serveAt: ServeAt = async (now) => {
    const server = createServer(config, db, { now, log: createLogger('silent') });
    return { url: await server.listen(), close: () => server.close() };
  };
  await loadDemo(db, january, serveAt);
  const declared = await db('associations').max({ on: 'declared_on' }).first();
  expect(declared?.['on'] < '2027-01-01').toBe(true);
  const server = await serveAt(() => january);
  const official = await signInAs(server.url, 'official@demo.qafila');
  const { years } = await official(readRegistryFigures, { query: {} });
  expect(years).toContainEqual({ year: 2020, count: 22 });
  await server.close();
  const states = await db('associations').distinct('status').pluck('status');
  expect(new Set(states)).toEqual(new Set(AssociationStatus.options));
  const convoys = await db('convoys').select('status').orderBy('status');
  expect(convoys.map((convoy) => convoy.status)).toEqual([
    'en_route',
    'en_route',
    'loading',
    'planned',
    'settled',
    'settled',
  ]);
  expect(await ledgerFaults(db)).toEqual([]);
}, 300_000);
