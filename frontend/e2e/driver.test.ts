import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scan } from './axe.ts';
import { enterAs, openBrowser, openScreen, shoot, signIn } from './harness.ts';
import { expectLightPage, goOffline, goOnline, openPhone, type Phone, type PhoneLooks } from './phone.ts';

type Place = [lat: number, lng: number];
type Vehicle = { id: string; vehicleId: string; plate: string; number: number };
type Convoy = {
  id: string;
  status: string;
  vehicles: Vehicle[];
  stops: { id: string; status: string; site: { nameAr: string; lat: number; lng: number } }[];
};
type Ground = { campaign: string; convoy: string; vehicle: Vehicle; way: Place[]; stop: string };

/** About 40 m: more than makes a fix worth keeping, less than a truck is thought able to drive meanwhile. */
const STEP_DEG = 0.00036;
const STEP_MS = 2_200;
/** What the phone takes to gather fixes before it sends them, and to be answered. */
const GATHER_MS = 7_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A link that has ended, or is another phone's, is answered so. */
const ENDED = /status of (401|404|410)/;

const openDriverPhone = (place: Place, looks: PhoneLooks = {}) =>
  openPhone(browser, { ...looks, place, expected: ENDED });

/** The link as the driver's phone opens it, over its own network. */
const linkFor = ({ network }: Phone, address: string): string => {
  const { pathname, hash } = new URL(address);
  return new URL(pathname + hash, network.url).href;
};

async function read<T>(page: Page, path: string): Promise<T> {
  return await (await page.request.get(`/api/v1${path}`)).json();
}

/** The demo's convoy that stands there. */
async function findConvoy(
  page: Page,
  stage: string,
): Promise<{ campaign: string; convoy: Convoy | undefined }> {
  const campaigns = await read<{ id: string; nameEn: string }[]>(page, '/campaigns');
  const campaign = campaigns.find(({ nameEn }) => nameEn.startsWith('Forest'))?.id ?? '';
  const convoys = await read<Convoy[]>(page, `/campaigns/${campaign}/convoys`);
  return { campaign, convoy: convoys.find(({ status }) => status === stage) };
}

/** The demo's convoy on the road, and the way from where its first vehicle is to its next stop, in steps of 40 m. */
async function findGround(page: Page): Promise<Ground> {
  const { campaign, convoy } = await findConvoy(page, 'en_route');
  const stop = convoy?.stops.find(({ status }) => status === 'pending');
  const [vehicle] = convoy?.vehicles ?? [];
  if (!convoy || !stop || !vehicle) throw new Error('The demo has no convoy on the road');
  const { fixes } = await read<{ fixes: number[][] }>(page, `/campaigns/${campaign}/positions`);
  const [, , lat = 0, lng = 0] = fixes.find(([number]) => number === vehicle.number) ?? [];
  const [north, east] = [stop.site.lat - lat, stop.site.lng - lng];
  const step = STEP_DEG / Math.hypot(north, east);
  const way = Array.from(
    { length: 40 },
    (_place, n): Place => [lat + north * step * n, lng + east * step * n],
  );
  return { campaign, convoy: convoy.id, vehicle, way, stop: stop.site.nameAr };
}

/** By the coordinator's own hands; answers the address that the dialog shows. */
async function makeLink(page: Page, { campaign, convoy, vehicle }: Ground): Promise<string> {
  await page.goto(`/c/${campaign}/convoys/${convoy}`);
  await page.getByRole('button', { name: new RegExp(`هاتف سائق .*${vehicle.plate}`) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^أنشئ رابطاً/ }).click();
  await dialog.getByRole('img', { name: 'رابط السائق رمزاً للمسح' }).waitFor();
  return await dialog.getByText(/\/d#/).innerText();
}

/** Drives so many places on, as fast as the page keeps fixes. */
async function drive(phone: Phone, places: Place[]): Promise<void> {
  for (const [latitude, longitude] of places) {
    await phone.context.setGeolocation({ latitude, longitude, accuracy: 6 });
    await phone.page.waitForTimeout(STEP_MS);
  }
}

/** Fixes of the vehicle that are on record, as the coordinator can download them. */
async function fixesOf(page: Page, { convoy, vehicle }: Ground): Promise<number> {
  const answer = await page.request.get(`/api/v1/convoys/${convoy}/track/csv?vehicleId=${vehicle.vehicleId}`);
  return (await answer.text()).trim().split('\n').length - 1;
}

/** How many fixes the page says that it keeps: of twenty a busy machine passes on a few too soon to be worth it. */
async function keptOn({ page }: Phone): Promise<number> {
  const kept = /(1[5-9]|2[01]) موقعاً محفوظاً حتى تعود الشبكة/;
  const words = () => page.locator('main').innerText();
  await expect.poll(words, { timeout: 30_000 }).toMatch(kept);
  return Number(kept.exec(await words())?.[1]);
}

/**
 * Twenty fixes and an arrival without a network, with the page killed among them, and then the network again; answers
 * how many fixes were kept for it.
 */
async function throughDeadValley(phone: Phone, { way, stop }: Ground): Promise<number> {
  await goOffline(phone);
  await phone.page.getByText('بلا شبكة').waitFor();
  await drive(phone, way.slice(6, 16));
  await phone.page.getByRole('button', { name: `وصلتُ إلى ${stop}` }).click();
  const takeBack = phone.page.getByRole('button', { name: 'تراجع' });
  await takeBack.waitFor();
  await takeBack.waitFor({ state: 'detached', timeout: 10_000 });
  await phone.page.goto('about:blank');
  await phone.page.goto('/d');
  await drive(phone, way.slice(16, 26));
  await phone.page.getByText('رسالة بانتظار الشبكة').waitFor();
  const kept = await keptOn(phone);
  await shoot(phone.page, 'driver-offline');
  await goOnline(phone);
  await phone.page.getByText('وصل كل ما أرسلته').waitFor({ timeout: 20_000 });
  await phone.page.waitForTimeout(GATHER_MS);
  return kept;
}

async function secondPhoneIsRefused(address: string, place: Place): Promise<void> {
  const phone = await openDriverPhone(place);
  const { context, page, errors } = phone;
  await page.goto(linkFor(phone, address));
  await page.getByRole('heading', { name: 'هذا الرابط لم يعد يفتح' }).waitFor();
  await page.getByText('اطلب من المنسّق رابطاً جديداً').waitFor();
  expect([new URL(page.url()).hash, errors]).toEqual(['', []]);
  await shoot(page, 'driver-used');
  await context.close();
}

async function revoke(page: Page, { campaign, convoy, vehicle }: Ground): Promise<void> {
  await page.goto(`/c/${campaign}/convoys/${convoy}`);
  await page.getByRole('button', { name: new RegExp(`هاتف سائق .*${vehicle.plate}.*: مرتبط`) }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'أنهِ' }).click();
  const question = page.getByRole('dialog', { name: 'أتنهي هذا الرابط؟' });
  await question.getByRole('button', { name: 'أنهِ' }).click();
  await page.getByText('أُنهي رابط السائق').waitFor();
}

test('from the coordinator’s link, over a dead valley, to the coordinator’s map', async () => {
  const office = await openScreen(browser);
  await signIn(office.page, 'coordinator@demo.qafila');
  const ground = await findGround(office.page);
  const { campaign, convoy, vehicle, way, stop } = ground;
  const address = await makeLink(office.page, ground);
  await shoot(office.page, 'driver-link');

  const phone = await openDriverPhone(way[0] as Place);
  await phone.page.goto(linkFor(phone, address));
  await phone.page.getByRole('button', { name: `وصلتُ إلى ${stop}` }).waitFor();
  expect(new URL(phone.page.url()).hash).toBe('');
  await office.page
    .getByRole('dialog')
    .getByText(/^فُتح على هاتف السائق/)
    .waitFor();
  await secondPhoneIsRefused(address, way[0] as Place);
  await phone.page.getByText(/^آخر موقع وصل/).waitFor();
  await shoot(phone.page, 'driver-phone');

  await office.page.goto(`/c/${campaign}/map?convoy=${convoy}`);
  await office.page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  await drive(phone, way.slice(1, 6));
  const battery = /\d+%/.exec(await phone.page.getByText(/^البطارية/).innerText())?.[0] ?? '';
  const row = office.page.getByRole('row').filter({ hasText: vehicle.plate });
  await row.getByText(battery).waitFor();
  await phone.page.waitForTimeout(GATHER_MS);
  await phone.page.getByText('وصل كل ما أرسلته').waitFor();
  const stored = await fixesOf(office.page, ground);
  const kept = await throughDeadValley(phone, ground);
  expect((await fixesOf(office.page, ground)) - stored).toBe(kept);
  const arrival = new RegExp(`^الشاحنة \\p{Cf}*1\\p{Cf}* في ${stop}$`, 'u');
  await office.page.getByText(arrival).first().waitFor();
  expect(await office.page.evaluate(() => 'isTheSamePage' in window)).toBe(true);
  await shoot(office.page, 'driver-arrival');

  await revoke(office.page, ground);
  await phone.page.reload();
  await phone.page.getByRole('heading', { name: 'انتهى هذا الرابط' }).waitFor();
  await shoot(phone.page, 'driver-ended');
  expect([...phone.errors, ...office.errors]).toEqual([]);
  await phone.context.close();
  await office.context.close();
});

const DAMASCUS: Place = [33.51, 36.31];
const LOOKS = [
  { language: 'ar', theme: 'light' },
  { language: 'ar', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

test.each(LOOKS)('axe finds nothing on a driver’s page, $language, $theme', async (looks) => {
  const office = await openScreen(browser);
  await enterAs(office.context, 'coordinator@demo.qafila');
  const { convoy } = await findConvoy(office.page, 'loading');
  const links = `/api/v1/convoy-vehicles/${convoy?.vehicles[0]?.id}/driver-links`;
  const made = await office.context.request.post(links, { data: {} });
  const { path } = (await made.json()) as { path: string };
  const { context, page, errors } = await openDriverPhone(DAMASCUS, looks);
  const look = async (name: string) => {
    await shoot(page, `driver-${name}-${looks.language}-${looks.theme}`);
    const { findings, contrastChecked } = await scan(page);
    expect([name, findings]).toEqual([name, []]);
    expect(contrastChecked, `${name}: contrast was judged`).toBeGreaterThan(2);
  };
  await page.goto(path);
  await page.getByRole('list').first().waitFor();
  await look('page');
  const depart = page.getByRole('button', { name: /^(انطلقتُ|I have departed)/ });
  await depart.click();
  await look('held');
  await page.getByRole('button', { name: /^(تراجع|Undo)$/ }).click();
  await depart.waitFor();
  await page.getByRole('button', { name: /^(مشكلة|Problem)$/ }).click();
  await look('problem');
  await page.keyboard.press('Escape');
  await page.goto('about:blank');
  await page.goto('/d#a-link-that-was-never-given');
  await page.getByRole('button', { name: /^(عد إلى رحلتك|Back to your trip)$/ }).click();
  await page.getByRole('list').first().waitFor();
  expect(errors).toEqual([]);
  await context.close();
  await office.context.close();
});

test('a phone’s first visit costs less than 80 kB, all told, and asks nothing of another host', async () => {
  const phone = await openDriverPhone(DAMASCUS);
  await expectLightPage(phone, '/d', 'افتح رابطك أولاً');
  await phone.context.close();
});
