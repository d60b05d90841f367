import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession } from 'playwright-core';
import { openBrowser } from './browser.ts';
import type { Measured, Scenario } from './scenario.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const VEHICLES = 2_000;
/** A phone in the middle of the market against this machine. */
const SLOWDOWN = 4;
const SECONDS = 6;
/** 60 a second, and what a shared machine swallows. */
const FULL_RATE = 58;

type Order = { vehicles: number; everyMs: number; speedup: number; zoom: number; seconds: number };
type Answer = { fps: number; paintsPerSecond: number };
type Paged = { __bench: { run: (order: Order) => Promise<Answer> } };

/** The map with everybody on the move, in a browser whose processor is slowed down to a phone's. */
export const map: Scenario = {
  name: 'map',
  async run(_stage, _options, say) {
    const browser = await openBrowser();
    if (!browser) {
      say('No Chromium here: the map is not measured.');
      return [];
    }
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-bench-map-'));
    try {
      build(dir);
      return await measureMap(browser, dir);
    } finally {
      await browser.close();
      fs.rmSync(dir, { recursive: true, force: true });
    }
  },
};

function build(outDir: string): void {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const args = [
    vite,
    'build',
    '--config',
    'frontend/bench/vite.config.ts',
    '--outDir',
    outDir,
    '--logLevel',
    'error',
  ];
  const built = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('The page of the map does not build.');
}

async function measureMap(browser: Browser, dir: string): Promise<Measured[]> {
  const server = serve(dir);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/map.html`);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const order: Order = { vehicles: VEHICLES, everyMs: 2_000, speedup: 1, zoom: 8, seconds: SECONDS };
  const before = await busyOf(session);
  const answer = await page.evaluate((given) => (globalThis as unknown as Paged).__bench.run(given), order);
  const after = await busyOf(session);
  await context.close();
  server.close();
  const details = { paints: `${answer.paintsPerSecond.toFixed(1)}/s`, slowdown: `${SLOWDOWN} ×` };
  const share = (after.busyS - before.busyS) / (after.atS - before.atS);
  return [
    {
      what: `${VEHICLES} moving vehicles on the map`,
      value: answer.fps,
      unit: 'fps',
      atLeast: FULL_RATE,
      details,
    },
    { what: 'its share of a phone-class core', value: share * 100, unit: '%', atMost: 15 },
  ];
}

/** How long the page's main thread has been busy, at what time. */
async function busyOf(session: CDPSession): Promise<{ busyS: number; atS: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((it) => it.name === name)?.value ?? 0;
  return { busyS: metric('TaskDuration'), atS: metric('Timestamp') };
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

function serve(dir: string) {
  const server = createServer((req, res) => {
    const file = path.join(dir, path.normalize(new URL(req.url ?? '/', 'http://x').pathname));
    if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      res.writeHead(404).end();
      return;
    }
    res.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    fs.createReadStream(file).pipe(res);
  });
  return server.listen(0, '127.0.0.1');
}
