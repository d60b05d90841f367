import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enterAs, openBrowser, openScreen } from './harness.ts';

const BUDGET_BYTES = 450_000;
const IS_ANSWER = /^\/(api|socket\.io)\//;

test('the live map is drawn with what 450 kB carry, fonts and basemap among it', async () => {
  const browser = await openBrowser();
  const { context, page } = await openScreen(browser);
  await enterAs(context, 'coordinator@demo.qafila');
  const weights = weigh(page);
  await page.goto('/');
  await page.waitForURL(/\/map$/);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const files = await Promise.all(weights);
  await browser.close();

  const names = files.map(({ name }) => name).join(' ');
  expect(names).toMatch(/basemap/);
  expect(names).toMatch(/\.woff2/);
  expect(names).not.toMatch(/dates/);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const heaviestFirst = files.toSorted((a, b) => b.bytes - a.bytes);
  expect(total, heaviestFirst.map(({ name, bytes }) => `${bytes} ${name}`).join('\n')).toBeLessThan(
    BUDGET_BYTES,
  );
});

type Weight = { readonly name: string; readonly bytes: number };

/** What each file weighs as gzip carries it, whatever this browser and this server agree on. Fills as files arrive. */
function weigh(page: Page): Promise<Weight>[] {
  const weights: Promise<Weight>[] = [];
  page.on('requestfinished', (request) => {
    const { pathname: name } = new URL(request.url());
    if (IS_ANSWER.test(name)) return;
    weights.push(
      request.response().then(async (response) => {
        const content = (await response?.body()) ?? Buffer.alloc(0);
        const isPacked = name.endsWith('.woff2');
        return { name, bytes: isPacked ? content.length : gzipSync(content, { level: 9 }).length };
      }),
    );
  });
  return weights;
}
