import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from './database.ts';
import { startEmbedded } from './embedded/index.ts';
import { migrate } from './migrate.ts';
import { withDatabaseName } from './testing.ts';

type Server = { url: string; stop: () => Promise<void> };

/** One server and one migrated template for the whole run: `DATABASE_URL_TEST`, or an embedded one in a temporary folder. */
export default async function setUpDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = `qafila_template_${randomUUID().slice(0, 8)}`;
  await makeTemplate(server.url, template);
  project.provide('testServer', { url: server.url, template });
  return async () => {
    const admin = openDatabase(server.url);
    await admin.raw('DROP DATABASE IF EXISTS ?? WITH (FORCE)', [template]);
    await admin.destroy();
    await server.stop();
  };
}

async function openServer(): Promise<Server> {
  const given = process.env['DATABASE_URL_TEST'];
  if (given) return { url: given, stop: async () => undefined };
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-test-'));
  fs.chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, database: 'postgres', isEphemeral: true });
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(serverUrl: string, template: string): Promise<void> {
  const admin = openDatabase(serverUrl);
  await admin.raw('CREATE DATABASE ??', [template]);
  await admin.destroy();
  const db = openDatabase(withDatabaseName(serverUrl, template));
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}
