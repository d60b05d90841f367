import { type Browser, chromium } from 'playwright-core';

type ChromiumFinder = { findChromium: () => string | undefined };

/** Chromium without anything that would call out; undefined where none is installed. */
export async function openBrowser(): Promise<Browser | undefined> {
  const finder = new URL('../../setup/chromium.mjs', import.meta.url).href;
  const { findChromium }: ChromiumFinder = await import(finder);
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  return await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
