import fs from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

const PASSWORD = 'qafila-demo';

export const SIZES = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

export type Looks = {
  language?: 'ar' | 'en';
  theme?: 'light' | 'dark';
  size?: keyof typeof SIZES;
};

/** Chromium without anything that would call out. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('chromiumPath'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The door asks who is signed in, and Chromium logs the 401 that says nobody. */
export const IS_ASKING_WHO = /status of 401/;

/** A browser of one person's own: its own cookies, language, theme and screen. */
export async function openScreen(
  browser: Browser,
  { language = 'ar', theme = 'light', size = 'desktop' }: Looks = {},
  baseURL: string = inject('appUrl'),
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({
    baseURL,
    viewport: SIZES[size],
    deviceScaleFactor: 1,
    hasTouch: size === 'phone',
    colorScheme: theme,
    locale: language === 'ar' ? 'ar-SY' : 'en-GB',
    timezoneId: 'Asia/Damascus',
  });
  await context.addInitScript(
    ([spoken, scheme]) => {
      if (sessionStorage.getItem('looks-set')) return;
      sessionStorage.setItem('looks-set', 'yes');
      localStorage.setItem('qafila.language', spoken);
      localStorage.setItem('qafila.theme', scheme);
    },
    [language, theme] as const,
  );
  const page = await context.newPage();
  return { context, page, errors: errorsOf(page, [IS_ASKING_WHO]) };
}

/** What goes wrong on a page from now on, but for what Chromium logs of the expected. */
export function errorsOf(page: Page, expected: readonly RegExp[]): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !expected.some((it) => it.test(text))) errors.push(text);
  });
  return errors;
}

/** Signs in by the form, as a person would. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.locator('header').first().waitFor();
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
}

/** The same session for scripts: the cookie without the form. */
export async function enterAs(context: BrowserContext, email: string): Promise<void> {
  const answer = await context.request.post('/api/v1/session', { data: { email, password: PASSWORD } });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
}

const SHOTS = path.resolve(import.meta.dirname, '../../.qafila/shots');

/** Keeps a picture for people to look at; no assertion hangs on it. */
export async function shoot(page: Page, name: string): Promise<void> {
  fs.mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}
