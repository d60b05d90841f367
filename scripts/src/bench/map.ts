import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import type { Measured, Scenario } from './scenario.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const VEHICLES = 2_000;
/** A phone in the middle of the market against this machine. */
const SLOWDOWN = 4;
const SECONDS = 8;
/** By then the map has been made. */
const MAKING_MS = 3_000;
/** 60 a second, and what a shared machine swallows. */
const FULL_RATE = 58;

type Order = {
  vehicles: number;
  everyMs: number;
  fixEveryMs: number;
  speedup: number;
  zoom: number;
  seconds: number;
  countsFrames: boolean;
};
/** Every frame of the feed, at the speed of trucks, each reporting every two seconds. */
const LIVE: Order = {
  vehicles: VEHICLES,
  everyMs: 100,
  fixEveryMs: 2_000,
  speedup: 1,
  zoom: 8,
  seconds: SECONDS,
  countsFrames: true,
};
/** To count frames is work as well: the share of the core is taken while nobody does. */
const UNWATCHED: Order = { ...LIVE, countsFrames: false };
/** As a replay shows them. */
const REPLAY: Order = { ...LIVE, speedup: 60 };

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
  // Time of the processor, so that what else this machine does is not counted.
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/map.html`);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const live = await drive(page, session, LIVE);
  const unwatched = await drive(page, session, UNWATCHED);
  const replay = await drive(page, session, REPLAY);
  await context.close();
  server.close();
  const details = ({ answer, share }: Drive) => ({
    paints: `${answer.paintsPerSecond.toFixed(1)}/s`,
    share: `${(share * 100).toFixed(0)} %`,
    'processor slowed down': `${SLOWDOWN} ×`,
  });
  const fps = ({ answer }: Drive) => ({ value: answer.fps, unit: 'fps', atLeast: FULL_RATE });
  return [
    { what: `${VEHICLES} moving vehicles on the map`, ...fps(live), details: details(live) },
    { what: 'their share of a phone-class core', value: unwatched.share * 100, unit: '%', atMost: 15 },
    { what: `the same at ${REPLAY.speedup} times life`, ...fps(replay), details: details(replay) },
  ];
}

type Drive = { answer: Answer; share: number };

/** Its share is taken from the middle of the drive, when the map has long been made. */
async function drive(page: Page, session: CDPSession, order: Order): Promise<Drive> {
  const driving = page.evaluate((given) => (globalThis as unknown as Paged).__bench.run(given), order);
  await sleep(MAKING_MS);
  const before = await busyOf(session);
  await sleep(order.seconds * 1000 - MAKING_MS);
  const after = await busyOf(session);
  return { answer: await driving, share: (after.busyS - before.busyS) / (after.atS - before.atS) };
}

/** How long the page's main thread has used a processor, at what time. */
async function busyOf(session: CDPSession): Promise<{ busyS: number; atS: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const busyS = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  return { busyS, atS: performance.now() / 1000 };
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
