import { LIMITS } from '@qafila/contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { scan } from './axe.ts';
import { choose } from './hands.ts';
import { enterAs, type Looks, openBrowser, openScreen, shoot } from './harness.ts';

const OFFICIAL = 'official@demo.qafila';
const MEMBER = 'association1@demo.qafila';
const PATIENTLY = { timeout: 20_000 };
const TITLE = 'تجربة: نقل نقطة التجمع إلى مدخل الأوتوستراد';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function compose(page: Page): Promise<void> {
  await page.goto('/notices/new');
  await page.getByText('عاجل', { exact: true }).click();
  await choose(page, 'إلى من', 'جمعيات محافظات محددة');
  await page.getByRole('checkbox', { name: 'اللاذقية' }).check();
  await page.getByText(/يصل إلى \p{Cf}*\d+ جمعي/u).waitFor();
  await page.getByLabel('العنوان بالعربية').fill(TITLE);
  await page.getByLabel('النص بالعربية').fill('تتحرك القافلة من مدخل الأوتوستراد بدل الساحة.');
  await page.getByRole('button', { name: 'إرسال', exact: true }).click();
  await page.getByRole('heading', { name: TITLE }).waitFor(PATIENTLY);
}

test('an urgent notice reaches an open page without a reload, and who acknowledged it is told by name and time', async () => {
  const official = await openScreen(browser);
  await enterAs(official.context, OFFICIAL);
  const member = await openScreen(browser, { size: 'phone' });
  await enterAs(member.context, MEMBER);
  await member.page.goto('/account');
  const bell = member.page.getByRole('link', { name: /^التعاميم:/ });
  await bell.waitFor();
  const before = await bell.getAttribute('aria-label');
  await member.page.getByText('مباشر', { exact: true }).waitFor(PATIENTLY);

  await compose(official.page);
  const toast = member.page.getByRole('alert').filter({ hasText: TITLE });
  await toast.waitFor(PATIENTLY);
  await expect.poll(() => bell.getAttribute('aria-label'), PATIENTLY).not.toBe(before);
  await shoot(member.page, 'notice-arrives');

  await toast.getByRole('link', { name: 'افتح' }).click();
  await member.page.getByRole('button', { name: 'أكّد الاطلاع' }).click();
  await member.page.getByRole('button', { name: 'أكّد الاطلاع' }).waitFor({ state: 'detached', ...PATIENTLY });
  const row = official.page.getByRole('row').filter({ hasText: 'جمعية السنديانة' });
  await expect.poll(() => row.innerText(), PATIENTLY).toMatch(/ليلى نصر\s+.*\d{2}:\d{2}/s);
  expect([...official.errors, ...member.errors]).toEqual([]);
  await member.context.close();
  await official.context.close();
});

test('who lets one lie is called, and the alarm is closed in an official’s name', async () => {
  const { context, page, errors } = await openScreen(browser);
  await enterAs(context, OFFICIAL);
  await page.goto('/associations');
  await page.getByRole('link', { name: 'بمن نتصل؟' }).click();
  const alarms = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'أغلق الإنذار' }) });
  await alarms.first().waitFor();
  const count = await alarms.count();
  expect(count).toBeGreaterThan(0);
  await expect(alarms.first().locator('a[href^="tel:"]').count()).resolves.toBe(1);
  await alarms.first().getByRole('button', { name: 'أغلق الإنذار' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('كيف عولج الأمر').fill('أُبلغوا هاتفياً وأكدوا.');
  await dialog.getByRole('button', { name: 'أغلق الإنذار' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => alarms.count(), PATIENTLY).toBe(count - 1);
  expect(errors).toEqual([]);
  await context.close();
});

test('a reply goes to the other side alone', async () => {
  const member = await openScreen(browser);
  await enterAs(member.context, MEMBER);
  await member.page.goto('/notices');
  await member.page.getByRole('link', { name: 'رسالة إلى المديرية' }).click();
  await member.page.getByLabel('العنوان بالعربية').fill('تجربة: سؤال عن موعد القافلة');
  await member.page.getByLabel('النص بالعربية').fill('متى تتحرك القافلة القادمة؟');
  await member.page.getByRole('button', { name: 'إرسال', exact: true }).click();
  await member.page.getByRole('heading', { name: 'تجربة: سؤال عن موعد القافلة' }).waitFor(PATIENTLY);
  const address = new URL(member.page.url()).pathname;

  const official = await openScreen(browser);
  await enterAs(official.context, OFFICIAL);
  await official.page.goto(address);
  await official.page.getByLabel('رد', { exact: true }).fill('تتحرك صباح غد.');
  await official.page.getByRole('button', { name: 'أرسل الرد' }).click();
  await member.page.getByText('تتحرك صباح غد.').waitFor(PATIENTLY);

  const stranger = await openScreen(browser);
  await enterAs(stranger.context, 'association2@demo.qafila');
  const answer = await stranger.context.request.get(`${inject('appUrl')}/api/v1${address}`);
  expect(answer.status()).toBe(404);
  for (const { context } of [member, official, stranger]) await context.close();
});

const LOOKS: Looks[] = [
  { language: 'ar', theme: 'light', size: 'phone' },
  { language: 'en', theme: 'dark', size: 'desktop' },
];

test.each(LOOKS)('axe finds nothing on the screens of notices: $language, $theme, $size', async (looks) => {
  const { context, page } = await openScreen(browser, looks);
  await enterAs(context, OFFICIAL);
  const urgent = await noticeOf(context, '?box=sent&priority=urgent');
  const places = ['/notices', '/notices?box=alarms', '/notices/new', `/notices/${urgent}`];
  for (const place of places) {
    await page.goto(place);
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .mantine-Skeleton-root'));
    const { findings } = await scan(page);
    expect({ place, findings }).toEqual({ place, findings: [] });
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ place, sideways: Math.max(0, width) }).toEqual({ place, sideways: 0 });
  }
  await context.close();
});

async function noticeOf(context: BrowserContext, query: string): Promise<string> {
  const answer = await context.request.get(`/api/v1/notices${query}&limit=${LIMITS.pageSizeMax}`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items.at(-1)?.id ?? '';
}
