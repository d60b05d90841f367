import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { choose, pickDay, sign } from './hands.ts';
import { openBrowser, openScreen, shoot, signIn } from './harness.ts';

const PLACE = 'طرطوس';
const GOODS = 'سطل 14 ل';
const SPARE_VAN = '12-771305';
const ITS_TRACKER = 'demo-13';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('from a need to a settled delivery, in Arabic, seen by all three', async () => {
  const coordinator = await openScreen(browser);
  const association = await openScreen(browser);
  const official = await openScreen(browser);
  await signIn(coordinator.page, 'coordinator@demo.qafila');
  await signIn(association.page, 'association1@demo.qafila');
  await signIn(official.page, 'official@demo.qafila');
  const campaign = await fireCampaign(coordinator.page);

  await stateNeed(coordinator.page, campaign);
  await pledge(association.page, campaign);
  const pledgePath = await acceptAndReceive(coordinator.page, campaign);
  const convoyPath = await buildConvoy(coordinator.page, campaign);
  await loadPrintAndDepart(coordinator.page, convoyPath);
  await watchItMove(official.page, campaign, convoyPath);
  await arriveAndSettle(coordinator.page, convoyPath);
  await seeWhereItEnded(association.page, pledgePath);

  for (const { errors } of [coordinator, association, official]) expect(errors).toEqual([]);
});

async function fireCampaign(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/campaigns');
  const campaigns = (await answer.json()) as { id: string; nameEn: string }[];
  return campaigns.find((it) => it.nameEn.startsWith('Forest'))?.id ?? '';
}

async function stateNeed(page: Page, campaign: string): Promise<void> {
  await page.goto(`/c/${campaign}`);
  await page.getByRole('link', { name: 'احتياج جديد' }).click();
  await choose(page, 'الوجهة', PLACE);
  await choose(page, 'المادة', GOODS);
  await page.getByLabel('الكمية').fill('٥٠');
  await pickDay(page, 'مطلوب قبل', 2);
  await page.getByRole('button', { name: 'احفظ الاحتياج' }).click();
  await page.getByText('حُفظ الاحتياج').waitFor();
}

async function pledge(page: Page, campaign: string): Promise<void> {
  await page.goto(`/c/${campaign}/desk`);
  await page.getByRole('button', { name: /أظهر كل ما ينقص/ }).click();
  await page.getByRole('button', { name: new RegExp(`${GOODS}.*${PLACE}`) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /كل الفجوة/ }).click();
  await pickDay(dialog, 'جاهزة للتسليم', 1);
  await dialog.getByRole('checkbox').check();
  await shoot(page, 'story-pledge');
  await dialog.getByRole('button', { name: /^تعهّد بـ/ }).click();
  await page.getByText('وصل تعهدكم إلى المنسّق').waitFor();
}

/** The association's desk does not reload: what it hears comes by socket. Answers where the pledge's page is. */
async function acceptAndReceive(page: Page, campaign: string): Promise<string> {
  await page.goto(`/c/${campaign}`);
  await page.getByRole('button', { name: 'قبول 50' }).click();
  await page.getByText('قُبل التعهد').waitFor();
  const answer = await page.request.get(`/api/v1/campaigns/${campaign}/pledges?status=accepted`);
  const pledges = (await answer.json()) as { id: string; item: { nameAr: string }; quantity: number }[];
  const mine = pledges.find((it) => it.item.nameAr === GOODS && it.quantity === 50);
  const path = `/c/${campaign}/pledges/${mine?.id}`;
  await page.goto(path);
  await page.getByRole('button', { name: 'سجّل استلاماً' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /كل المتبقي/ }).click();
  await dialog.getByRole('button', { name: /^سجّل استلام/ }).click();
  await page.getByText(/سُجّل الاستلام/).waitFor();
  return path;
}

async function buildConvoy(page: Page, campaign: string): Promise<string> {
  await page.goto(`/c/${campaign}/convoys`);
  await page.getByRole('button', { name: 'قافلة جديدة' }).click();
  const form = page.getByRole('dialog');
  await choose(form, 'تنطلق من', 'مستودع الزبلطاني');
  await pickDay(form, 'موعد الانطلاق', 1);
  await choose(form, 'مكان المحطة 1', PLACE);
  await pickDay(form, 'وصول المحطة 1', 2);
  await form.getByRole('button', { name: 'أنشئ المسودة' }).click();
  await page.waitForURL(/\/build$/);
  await page.getByRole('button', { name: 'أضف مركبة' }).first().click();
  const vehicle = page.getByRole('dialog');
  await choose(vehicle, 'المركبة', SPARE_VAN);
  await vehicle.getByLabel('اسم السائق').fill('سليم عبود');
  await vehicle.getByLabel('رقم الرخصة').fill('310-0051234');
  await vehicle.getByRole('button', { name: 'أضف مركبة' }).click();
  await page.getByText('أُضيفت المركبة').waitFor();
  const need = page.locator('[data-goods]').filter({ hasText: GOODS });
  await need.click();
  await page.getByRole('button', { name: 'أضف إلى مركبة 1', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^احذف ${GOODS}`) }).waitFor();
  await shoot(page, 'story-builder');
  return new URL(page.url()).pathname.replace(/\/build$/, '');
}

async function loadPrintAndDepart(page: Page, convoyPath: string): Promise<void> {
  await page.goto(convoyPath);
  await page.getByRole('button', { name: 'ثبّت الخطة' }).first().click();
  await page.getByRole('button', { name: 'ابدأ التحميل' }).first().click();
  await page.getByRole('button', { name: 'حمّل الكل' }).first().click();
  await page.getByText('50 من 50').first().waitFor();
  const paper = await page.getByRole('link', { name: /اطبع/ }).first().getAttribute('href');
  const printed = await page.context().newPage();
  await printed.goto(paper ?? '');
  await printed.getByText(GOODS).first().waitFor();
  expect(await printed.locator('svg').count()).toBeGreaterThan(0);
  await shoot(printed, 'story-waybill');
  await printed.close();
  await page.getByRole('button', { name: 'انطلقت' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'انطلقت' }).click();
  await page.getByText('انطلقت القافلة').waitFor();
}

/** Ten real OsmAnd requests by curl; the official's page hears them without being loaded again. */
async function watchItMove(page: Page, campaign: string, convoyPath: string): Promise<void> {
  await page.goto(`/c/${campaign}/map?convoy=${convoyPath.split('/').at(-1)}`);
  const drawer = page
    .getByRole('complementary')
    .or(page.getByRole('region'))
    .filter({ hasText: SPARE_VAN })
    .last();
  await drawer.waitFor();
  await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  const now = Math.floor(Date.now() / 1000);
  const markers = new Set<string>();
  for (let i = 0; i < 10; i++) {
    const lat = (34.4 + i * 0.015).toFixed(5);
    const query = `id=${ITS_TRACKER}&lat=${lat}&lon=36.765&timestamp=${now - 1_080 + i * 120}&speed=27&bearing=2&batt=64`;
    const status = execFileSync(
      'curl',
      ['-s', '-o', '/dev/null', '-w', '%{http_code}', `${inject('appUrl')}/?${query}`],
      { encoding: 'utf8' },
    );
    expect(status).toBe('200');
    if (i % 3 === 0) {
      await page.waitForTimeout(1_200);
      const canvas = await page.locator('.leaflet-container').screenshot();
      markers.add(canvas.toString('base64'));
    }
  }
  await drawer.getByText('50').first().waitFor();
  await drawer.getByText('64').first().waitFor();
  expect(markers.size, 'the map was drawn anew as the vehicle moved').toBe(4);
  expect(await page.evaluate(() => 'isTheSamePage' in window)).toBe(true);
  await shoot(page, 'story-map');
}

async function arriveAndSettle(page: Page, convoyPath: string): Promise<void> {
  await page.goto(convoyPath);
  await page.getByRole('button', { name: 'وصلت' }).click();
  await page.getByText('سُجّل الوصول').waitFor();
  await page.getByRole('button', { name: 'بدأ التفريغ' }).click();
  await page.getByText('سُجّل بدء التفريغ').waitFor();
  await page.getByRole('link', { name: /^سلّم/ }).first().click();
  await page.getByLabel(`سليم ${GOODS}`).fill('48');
  await page.getByLabel(`تالف ${GOODS}`).fill('1');
  await page.getByLabel(`مفقود ${GOODS}`).fill('1');
  await choose(page, `سبب فرق ${GOODS}`, 'بلل');
  await page.getByLabel('الاسم').fill('جورج خوري');
  await sign(page, page.locator('canvas, svg[role=img], [data-signature-pad]').last());
  await shoot(page, 'story-settle');
  await page.getByRole('button', { name: 'ثبّت التسليم' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ثبّت التسليم' }).click();
  await page
    .getByText(/ثُبّت التسليم/)
    .first()
    .waitFor();
  await page.goto(convoyPath);
  await page.getByRole('button', { name: 'أغلق القافلة' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'أغلق القافلة' }).click();
  await page.getByText('أُغلقت القافلة').waitFor();
}

async function seeWhereItEnded(page: Page, pledgePath: string): Promise<void> {
  await page.goto(pledgePath);
  await page.getByText('الحساب مطابق حتى آخر وحدة').waitFor();
  const told = await page.locator('main').innerText();
  for (const figure of ['50', '48', '1']) expect(told).toContain(figure);
  await shoot(page, 'story-custody');
  const answer = await page.request.get(`/api/v1/pledges/${pledgePath.split('/').at(-1)}`);
  const { pledge: it } = (await answer.json()) as { pledge: { journey: Record<string, number> } };
  expect(it.journey).toMatchObject({
    pledged: 50,
    accepted: 50,
    received: 50,
    loaded: 50,
    delivered: 48,
    damaged: 1,
    missing: 1,
  });
}
