import type { APIRequestContext, Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { scan } from './axe.ts';
import { layLine } from './cut-line.ts';
import { enterAs, openBrowser, openScreen, shoot } from './harness.ts';

const STAFF = 'coordinator@demo.qafila';
/** What a page may take to say that it is cut off, and to show the present again. */
const SAYS_SO_MS = 5_000;
const IS_BACK_MS = 2_000;
/** Numbers within a sentence keep their own direction by signs that cannot be seen. */
const SECOND_CALLS = /الشاحنة \p{Cf}*2\p{Cf}* تطلب النجدة/u;
const PATIENTLY = { timeout: 10_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type OnTheRoad = { campaign: string; convoy: string; code: string; vehicles: string[] };

/** The demo's convoy that is on the road, with its vehicles. */
async function onTheRoad(request: APIRequestContext): Promise<OnTheRoad> {
  const read = async <T>(path: string): Promise<T> => (await request.get(`/api/v1${path}`)).json();
  const campaigns = await read<{ id: string; nameEn: string }[]>('/campaigns');
  const campaign = campaigns.find(({ nameEn }) => nameEn.startsWith('Forest'))?.id ?? '';
  const convoys = await read<{ id: string; code: string; status: string }[]>(
    `/campaigns/${campaign}/convoys`,
  );
  const { id = '', code = '' } = convoys.find(({ status }) => status === 'en_route') ?? {};
  const { convoy } = await read<{ convoy: { vehicles: { id: string }[] } }>(`/convoys/${id}`);
  return { campaign, convoy: id, code, vehicles: convoy.vehicles.map((vehicle) => vehicle.id) };
}

/** As the driver's page of one vehicle would. */
async function callForHelp(staff: APIRequestContext, convoyVehicleId: string): Promise<void> {
  const headers = { 'Idempotency-Key': crypto.randomUUID() };
  const made = await staff.post(`/api/v1/convoy-vehicles/${convoyVehicleId}/driver-links`, { headers });
  const { path } = (await made.json()) as { path: string };
  const phone = await browser.newContext({ baseURL: inject('appUrl') });
  const begun = await phone.request.post('/api/v1/driver/session', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { secret: path.split('#')[1], phoneKey: crypto.randomUUID() },
  });
  expect(begun.ok()).toBe(true);
  const report = { id: crypto.randomUUID(), kind: 'sos', at: new Date().toISOString() };
  const told = await phone.request.post('/api/v1/driver/reports', { data: report });
  expect(told.ok()).toBe(true);
  await phone.close();
}

test('a call for help is told on every screen without reloading, and acknowledged for all', async () => {
  const [map, list] = [
    await openScreen(browser),
    await openScreen(browser, { language: 'en', theme: 'dark' }),
  ];
  await enterAs(map.context, STAFF);
  await enterAs(list.context, 'official@demo.qafila');
  const { campaign, convoy, vehicles } = await onTheRoad(map.context.request);
  await map.page.goto(`/c/${campaign}/map?convoy=${convoy}`);
  await list.page.goto(`/c/${campaign}/alerts`);
  await list.page.getByRole('heading', { name: 'Alerts' }).waitFor();
  await map.page.getByRole('slider').waitFor();

  await callForHelp(map.context.request, vehicles[0] ?? '');
  const toast = map.page.getByRole('alert').filter({ hasText: 'تطلب النجدة' });
  await toast.waitFor();
  await list.page.getByRole('listitem').filter({ hasText: 'calls for help' }).waitFor();
  await shoot(map.page, 'live-sos');
  expect(await scan(map.page)).toMatchObject({ findings: [] });

  const drawer = map.page.locator('aside');
  await drawer
    .getByRole('listitem')
    .filter({ hasText: 'تطلب النجدة' })
    .getByRole('button', { name: 'إقرار' })
    .click();
  const dialog = map.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('اتصلنا بالسائق');
  await dialog.getByRole('button', { name: 'إقرار' }).click();
  await toast.waitFor({ state: 'detached' });
  await list.page.getByText('اتصلنا بالسائق').waitFor();
  expect([...map.errors, ...list.errors]).toEqual([]);
  await Promise.all([map.context.close(), list.context.close()]);
});

test('the campaign is played again, dragged by keys, shared by its address, and left for the present', async () => {
  const { context, page, errors } = await openScreen(browser);
  await enterAs(context, STAFF);
  const { campaign } = await onTheRoad(context.request);
  await page.goto(`/c/${campaign}/map`);
  const slider = page.getByRole('slider');
  await slider.waitFor();
  const minute = async () => Number(await slider.getAttribute('aria-valuenow'));

  const started = performance.now();
  await page.getByRole('button', { name: 'شغّل' }).click();
  await page.getByText('إعادة عرض').first().waitFor();
  await page.waitForFunction(
    () => document.querySelector('[role=slider]')?.getAttribute('aria-busy') === null,
  );
  expect(performance.now() - started, 'tracks are there').toBeLessThan(3_000);
  const begun = await minute();
  await expect.poll(minute, PATIENTLY).toBeGreaterThan(begun + 1);
  await page.getByRole('button', { name: 'أوقف' }).click();

  await slider.focus();
  const at = await minute();
  // In Arabic time goes on to the left.
  await page.keyboard.press('ArrowLeft');
  expect(await minute()).toBe(at + 1);
  await page.keyboard.press('Shift+ArrowRight');
  expect(await minute()).toBe(at - 9);
  await shoot(page, 'live-replay');
  const addressed = () => new URL(page.url()).searchParams.get('at') ?? '';
  await expect.poll(() => Math.floor(Date.parse(addressed()) / 60_000), PATIENTLY).toBe(at - 9);
  expect(addressed()).toMatch(/^\d{4}-.*Z$/);
  const shared = page.url();
  await page.getByRole('button', { name: 'مباشر' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('at'), PATIENTLY).toBeNull();
  await page.goto(shared);
  await slider.waitFor();
  await expect.poll(minute, PATIENTLY).toBe(at - 9);
  expect(errors).toEqual([]);
  await context.close();
});

test('a wall is opened by its link alone, and goes dark when the link is ended', async () => {
  const staff = await openScreen(browser);
  await enterAs(staff.context, STAFF);
  const { campaign, code } = await onTheRoad(staff.context.request);
  await staff.page.goto(`/c/${campaign}/links?dialog=new`);
  const dialog = staff.page.getByRole('dialog');
  await dialog.getByLabel('لمن هذا الرابط').fill('غرفة العمليات');
  await dialog.getByRole('button', { name: 'أنشئ الرابط' }).click();
  const address = await staff.page.getByRole('dialog').locator('bdi').innerText();
  await staff.page.keyboard.press('Escape');

  const wall = await openScreen(browser, { theme: 'dark' });
  await wall.page.goto(address);
  await wall.page.getByText('البيانات حتى').waitFor();
  await wall.page.getByText(code).first().waitFor();
  expect(await scan(wall.page)).toMatchObject({ findings: [] });
  await shoot(wall.page, 'live-wall');

  await staff.page.getByRole('button', { name: 'أنهِ الرابط' }).click();
  await staff.page.getByRole('dialog').getByRole('button', { name: 'أنهِ الرابط' }).click();
  await wall.page.getByRole('heading', { name: 'انتهى هذا الرابط' }).waitFor({ timeout: 3_000 });
  expect(await wall.page.getByText(code).count()).toBe(0);
  expect(await scan(wall.page)).toMatchObject({ findings: [] });
  await wall.page.reload();
  await wall.page.getByRole('heading', { name: 'انتهى هذا الرابط' }).waitFor();
  await Promise.all([staff.context.close(), wall.context.close()]);
});

async function connectionIs(page: Page, status: 'live' | 'cut', timeout: number): Promise<void> {
  const pill = status === 'live' ? '[data-status="live"]' : '[data-status]:not([data-status="live"])';
  await page.locator(`header ${pill}`).waitFor({ timeout });
}

test('a page that is cut off says so, and when the server is back shows what happened meanwhile', async () => {
  const line = await layLine(inject('appUrl'));
  const { context, page } = await openScreen(browser, {}, line.url);
  await enterAs(context, STAFF);
  const direct = await browser.newContext({ baseURL: inject('appUrl') });
  await enterAs(direct, STAFF);
  const { campaign, convoy, vehicles } = await onTheRoad(direct.request);
  await page.goto(`/c/${campaign}/map?convoy=${convoy}`);
  await connectionIs(page, 'live', 10_000);
  await page.locator('aside').waitFor();

  await line.cut();
  await connectionIs(page, 'cut', SAYS_SO_MS);
  await shoot(page, 'live-cut-off');
  await callForHelp(direct.request, vehicles[1] ?? '');
  await page.waitForTimeout(6_000);
  await line.mend();
  const mended = performance.now();
  await connectionIs(page, 'live', IS_BACK_MS);
  await page.locator('aside').getByText(SECOND_CALLS).waitFor({ timeout: 15_000 });
  expect(performance.now() - mended, 'what happened meanwhile is shown').toBeLessThan(IS_BACK_MS);
  await Promise.all([context.close(), direct.close()]);
  await line.end();
});
