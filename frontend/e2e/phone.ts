import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { errorsOf, IS_ASKING_WHO, type Looks } from './harness.ts';
import { type Network, openNetwork } from './network.ts';

const SCREEN = { width: 360, height: 740 };
/** What a phone logs while it has no network. */
const IS_OF_THE_NETWORK = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_\w+|EMPTY_RESPONSE)/;

export type Phone = { context: BrowserContext; page: Page; errors: string[]; network: Network };

export type PhoneLooks = Omit<Looks, 'size'>;

type PhoneOptions = PhoneLooks & {
  /** Where it is; without one it is not asked. */
  readonly place?: readonly [lat: number, lng: number];
  /** Refusals that the walk brings about, as Chromium logs them. */
  readonly expected?: RegExp;
};

/** A phone of its own: touch, its own network, nothing but the browser. */
export async function openPhone(
  browser: Browser,
  { language = 'ar', theme = 'light', place, expected = IS_ASKING_WHO }: PhoneOptions = {},
): Promise<Phone> {
  const network = await openNetwork(inject('appUrl'));
  const context = await browser.newContext({
    ...{ baseURL: network.url, viewport: SCREEN, hasTouch: true, isMobile: true, colorScheme: theme },
    ...{ locale: 'ar-SY', timezoneId: 'Asia/Damascus' },
    ...(place && {
      ...{ geolocation: { latitude: place[0], longitude: place[1], accuracy: 6 } },
      ...{ permissions: ['geolocation'] },
    }),
  });
  context.on('close', network.close);
  await context.addInitScript((spoken) => {
    // A blank page has no storage.
    if (location.protocol !== 'about:') localStorage.setItem('qafila.language', spoken);
  }, language);
  const page = await context.newPage();
  return { context, page, errors: errorsOf(page, [IS_OF_THE_NETWORK, expected]), network };
}

export async function goOffline({ context, network }: Phone): Promise<void> {
  await context.setOffline(true);
  network.cut();
}

export async function goOnline({ context, network }: Phone): Promise<void> {
  network.mend();
  await context.setOffline(false);
}

/** Opens that page for the first time: less than 80 kB, all told, and nothing of another host. */
export async function expectLightPage({ context, page, network }: Phone, path: string, heading: string) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  const hosts = new Set<string>();
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  session.on('Network.requestWillBeSent', ({ request }) => hosts.add(new URL(request.url).origin));
  await page.goto(path);
  await page.getByRole('heading', { name: heading }).waitFor();
  await page.waitForLoadState('networkidle');
  expect([...hosts]).toEqual([network.url]);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(80_000);
}
