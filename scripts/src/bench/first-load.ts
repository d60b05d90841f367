import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from './browser.ts';
import type { Measured, Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';

const KB = 1000;

type PageOrder = { what: string; path: (campaignId: string) => string; atMostKb: number };

const PAGES: PageOrder[] = [
  { what: 'live map', path: (campaignId) => `/c/${campaignId}/map`, atMostKb: 450 },
  { what: 'driver page', path: () => '/d', atMostKb: 80 },
];

/** What a campaign says depends on the campaign. */
const DATA = /^\/(api|socket\.io)\//;

/** All that comes over the wire when a page is opened for the first time, as the server encodes it. */
export const firstLoad: Scenario = {
  name: 'first-load',
  async run(stage, _options, say) {
    const browser = await openBrowser();
    if (!browser) {
      say('No Chromium here: the first load is not measured.');
      return [];
    }
    try {
      return await measurePages(stage, browser);
    } finally {
      await browser.close();
    }
  },
};

async function measurePages(stage: Stage, browser: Browser): Promise<Measured[]> {
  const target = await stage.startQafila(stage.small);
  const baseURL = `http://127.0.0.1:${target.port}`;
  const [name = '', value = ''] = (await stage.signIn(target)).split('=', 2);
  const rows: Measured[] = [];
  for (const { what, path, atMostKb } of PAGES) {
    const context = await browser.newContext({
      baseURL,
      locale: 'ar-SY',
      viewport: { width: 390, height: 844 },
    });
    await context.addCookies([{ name, value, url: baseURL }]);
    const answers = await load(context, path(stage.world.campaignId));
    await context.close();
    const isData = (address: string): boolean => DATA.test(address);
    const files = new Map([...answers].filter(([address]) => !isData(address)));
    const data = new Map([...answers].filter(([address]) => isData(address)));
    rows.push({
      what: `first load, ${what}`,
      value: sumOf(files),
      unit: 'kB',
      atMost: atMostKb,
      details: { ...largest(files), 'data, not counted': `${sumOf(data).toFixed(1)} kB` },
    });
  }
  await target.stop();
  return rows;
}

/** Bytes on the wire of each address, heads included. */
async function load(context: BrowserContext, path: string): Promise<Map<string, number>> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const addresses = new Map<string, string>();
  const files = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    addresses.set(requestId, new URL(response.url).pathname);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    files.set(addresses.get(requestId) ?? requestId, encodedDataLength);
  });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  return files;
}

function sumOf(files: ReadonlyMap<string, number>): number {
  return [...files.values()].reduce((sum, bytes) => sum + bytes, 0) / KB;
}

const SHOWN = 6;

function largest(files: ReadonlyMap<string, number>): Record<string, string> {
  const sorted = [...files].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  return Object.fromEntries(sorted.map(([path, bytes]) => [path, `${(bytes / KB).toFixed(1)} kB`]));
}
