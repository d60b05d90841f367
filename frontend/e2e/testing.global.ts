import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built application listens, with its own embedded database and the demo campaign. */
    appUrl: string;
    chromiumPath: string;
  }
}

const ROOT = path.resolve(import.meta.dirname, '../..');
/** With the demo campaign to be loaded first, on a machine that may have other work. */
const READY_TIMEOUT_MS = 400_000;

/** Builds the application as `npm start` does and runs it for all browser tests of the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = spawnSync(process.execPath, ['scripts/ensure.mjs', 'build'], { cwd: ROOT, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The application does not build.');
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-app-'));
  fs.chmodSync(dataDir, 0o755);
  const appUrl = `http://127.0.0.1:${await findFreePort()}`;
  const logFile = path.join(dataDir, 'app.log');
  const app = startApp(appUrl, dataDir, logFile);
  await waitUntilReady(appUrl, app, logFile);
  project.provide('appUrl', appUrl);
  project.provide('chromiumPath', process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium');
  return async () => {
    if (app.exitCode === null) {
      const ended = once(app, 'exit');
      app.kill('SIGTERM');
      await ended;
    }
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}

function startApp(appUrl: string, dataDir: string, logFile: string): ChildProcess {
  const { DATABASE_URL: _ignored, ...inherited } = process.env;
  const { port, hostname } = new URL(appUrl);
  const settings = { PORT: port, HOST: hostname, QAFILA_DATA_DIR: dataDir, QAFILA_SIMULATE: 'no' };
  const env = { ...inherited, NODE_ENV: 'production', ...settings };
  const log = fs.openSync(logFile, 'a');
  return spawn(process.execPath, ['backend/dist/main.js'], { cwd: ROOT, env, stdio: ['ignore', log, log] });
}

async function waitUntilReady(appUrl: string, app: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline && app.exitCode === null) {
    const answer = await fetch(`${appUrl}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  app.kill('SIGTERM');
  const words = fs.readFileSync(logFile, 'utf8').slice(-2000);
  throw new Error(`The application did not become ready (exit code ${app.exitCode}). It said:\n${words}`);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
