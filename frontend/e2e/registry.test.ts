import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose } from './hands.ts';
import { enterAs, openBrowser, openScreen, shoot, signIn } from './harness.ts';

const NAME = 'جمعية غصن الزيتون للمسنين';
const NUMBER = 77_041;
const WHAT_LACKS = 'أوضحوا الفئة العمرية التي تخدمونها';
const APPLICANT = 'سلوى الأحمد';
const FOUNDERS = [APPLICANT, 'مازن خضور', 'رنا ديب', 'فادي منصور', 'هالة يونس'];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('founders apply, complete what was returned, and are declared, in Arabic', async () => {
  const founder = await openScreen(browser, { size: 'phone' });
  const official = await openScreen(browser);
  await signIn(official.page, 'official@demo.qafila');

  await typeApplication(founder.page);
  const key = await keepKey(founder.page);
  await attachPapers(founder.page);
  await handIn(founder.page);

  const path = await findApplication(official.page);
  await review(official.page);
  await returnIt(official.page);
  await complete(founder.page, key);
  await official.page.goto(path);
  await review(official.page);
  await declare(official.page);

  await founder.page.reload();
  await founder.page.getByText('أُشهرت الجمعية').first().waitFor();
  await readDirectory(founder.page);
  await beNobody(founder.page, key);
  await seeNothing(path);
  for (const { errors } of [founder, official]) {
    // A browser logs the 404 that it shows a sentence for.
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  }
});

/** What was typed is still there after the page was left. */
async function typeApplication(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'طلب إشهار جمعية' }).click();
  await page.getByLabel('الاسم بالعربية').fill(NAME);
  await page.getByLabel('الاسم بالإنكليزية').fill('Olive Branch Association for Older People');
  await page.getByLabel('الأهداف').fill('مؤانسة المسنين وإيصال الدواء والطعام إليهم');
  await page.getByRole('checkbox', { name: 'رعاية المسنين' }).check();
  await page.getByRole('checkbox', { name: 'اللاذقية' }).check();
  await next(page, 'مقر الجمعية');
  await page.reload();
  await page.getByRole('button', { name: 'رجوع' }).click();
  expect(await page.getByLabel('الاسم بالعربية').inputValue()).toBe(NAME);
  await next(page, 'مقر الجمعية');

  await choose(page, 'محافظة المقر', 'اللاذقية');
  await page.getByLabel('العنوان').fill('حي الزراعة، مقابل الحديقة');
  await page.locator('.leaflet-container').click();
  await page.locator('.map-site-pin').waitFor();
  await next(page, 'المؤسسون ومجلس الإدارة الأول');

  for (const [index, name] of FOUNDERS.entries()) await addFounder(page, index + 1, name);
  await shoot(page, 'registry-board');
  await next(page, 'للتواصل بشأن الطلب');
  await page.getByLabel('اسم مقدّم الطلب').fill(APPLICANT);
  await page.getByLabel('هاتفه').fill('+963 955 123 456');
  await page.getByLabel('بريده الإلكتروني').fill(`olive-${Date.now()}@example.org`);
}

async function next(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'التالي' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

/** Those who follow are offered the next office, and the time of the one before. */
async function addFounder(page: Page, place: number, name: string): Promise<void> {
  await page.getByRole('button', { name: 'أضف عضواً' }).click();
  const row = page.getByRole('listitem').filter({ hasText: `العضو ${place}` });
  await row.getByLabel('الاسم الكامل').fill(name);
  if (place > 1) return;
  await pickDate(page, row.getByLabel('بداية المدة'), { day: 1, monthsOn: 0 });
  await pickDate(page, row.getByLabel('نهاية المدة'), { day: 28, monthsOn: 2 });
}

async function pickDate(page: Page, field: Locator, { day, monthsOn }: { day: number; monthsOn: number }) {
  await field.click();
  const calendar = page.locator('.mantine-Popover-dropdown, [data-dates-dropdown]').last();
  for (let month = 0; month < monthsOn; month++) {
    await calendar.getByRole('button', { name: 'الشهر التالي' }).click();
  }
  await calendar
    .locator('td button:not([data-outside])')
    .filter({ hasText: new RegExp(`^${day}$`) })
    .click();
}

type Key = { reference: string; secret: string };

async function keepKey(page: Page): Promise<Key> {
  await page.getByRole('button', { name: 'افتح الطلب' }).click();
  const reference = await page.getByTestId('reference').innerText();
  const secret = await page.getByTestId('secret').innerText();
  expect(reference).toMatch(/^AP-\d{4}-\d{4}$/);
  await shoot(page, 'registry-key');
  await page.getByRole('checkbox', { name: /حفظتُ الرقم/ }).check();
  await page.getByRole('button', { name: 'تابع إلى الوثائق' }).click();
  return { reference, secret };
}

/** One is attached by its button, and renamed before; what is only chosen goes along with the step. */
async function attachPapers(page: Page): Promise<void> {
  await choosePdf(page, 'النظام الأساسي');
  await page.getByLabel('اسم الوثيقة').fill('النظام الأساسي الموقّع');
  await page.getByRole('button', { name: 'أرفق', exact: true }).click();
  await page.getByText('النظام الأساسي الموقّع').waitFor();
  await choosePdf(page, 'محضر اجتماع التأسيس');
  await choosePdf(page, 'سند المقر');
  await shoot(page, 'registry-papers');
  await next(page, 'راجع الطلب ثم قدّمه');
}

async function choosePdf(page: Page, label: string): Promise<void> {
  await page
    .getByLabel(new RegExp(`${label}: اختر ملفات`))
    .setInputFiles({ name: `${label}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
}

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'قدّم الطلب' }).click();
  await page.getByText('الطلب عند المديرية').waitFor();
}

async function findApplication(page: Page): Promise<string> {
  await page.goto('/associations/applications');
  await page.getByRole('link', { name: NAME }).click();
  await page.getByText('12 من 12').waitFor();
  return new URL(page.url()).pathname;
}

async function review(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'ابدأ الدراسة' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ابدأ الدراسة' }).click();
  await page.getByRole('button', { name: 'أشهر', exact: true }).waitFor();
}

async function returnIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'أعد للاستكمال' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'أعد للاستكمال' }).click();
  await dialog.getByText('اذكر السبب').first().waitFor();
  await dialog.getByLabel('السبب').fill(WHAT_LACKS);
  await dialog.getByRole('button', { name: 'أعد للاستكمال' }).click();
  await page.getByText('الطلب عند مقدّمه').waitFor();
}

/** From the link that was kept; in another window nothing of the application is known before. */
async function complete(page: Page, { reference, secret }: Key): Promise<void> {
  await page.evaluate(() => sessionStorage.removeItem('qafila.application'));
  await page.goto(`/directory`);
  await page.goto(`/apply/status#${reference}.${secret}`);
  await page.getByText(WHAT_LACKS).first().waitFor();
  expect(page.url()).not.toContain(secret);
  await shoot(page, 'registry-returned');
  await page.getByRole('button', { name: 'الجمعية', exact: true }).click();
  await page.getByLabel('الأهداف').fill('مؤانسة من تجاوزوا السبعين وإيصال الدواء والطعام إليهم');
  await page.getByRole('button', { name: 'احفظ وتابع' }).click();
  await page.getByText('حُفظ الطلب').waitFor();
  await page.getByRole('button', { name: 'المراجعة والتقديم' }).click();
  await handIn(page);
}

async function declare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'أشهر', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('رقم الإشهار').fill(String(NUMBER));
  await dialog
    .getByLabel(/قرار الإشهار: اختر ملفات/)
    .setInputFiles({ name: 'decree.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
  await dialog.getByRole('button', { name: 'أشهر', exact: true }).click();
  await dialog.getByText('أُشهرت الجمعية').waitFor();
  await shoot(page, 'registry-declared');
  await dialog.getByRole('button', { name: 'إغلاق' }).last().click();
  await page.getByText('الجمعية مُشهَرة وتعمل').waitFor();
}

async function readDirectory(page: Page): Promise<void> {
  await page.goto('/directory');
  await page.getByLabel('ابحث بالاسم أو رقم الإشهار').fill('غصن الزيتون');
  await page.getByRole('heading', { name: NAME }).waitFor();
  expect(await page.getByText(APPLICANT).count()).toBe(0);
}

/** A guessed secret opens nothing, and says no more than that; the right one after it does. */
async function beNobody(page: Page, { reference, secret }: Key): Promise<void> {
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('/apply/status');
  await page.getByLabel('رقم الطلب').fill(reference);
  await page.getByLabel('الرمز السري').fill('AAAA-BBBB-CCCC-DDDD-EEEE');
  await page.getByRole('button', { name: 'افتح الطلب' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByText(NAME).count()).toBe(0);
  await page.getByLabel('الرمز السري').fill(secret);
  await page.getByRole('button', { name: 'افتح الطلب' }).click();
  await page.getByRole('heading', { name: NAME }).waitFor();
}

/** Another association, and those who only run convoys. */
async function seeNothing(path: string): Promise<void> {
  const { context, page } = await openScreen(browser);
  await enterAs(context, 'association1@demo.qafila');
  await page.goto(path);
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByText(NAME).count()).toBe(0);
  const address = `/api/v1/associations/${path.split('/')[2]}`;
  expect((await page.request.get(address)).status()).toBe(404);
  expect((await page.request.get(`${address}/documents`)).status()).toBe(404);
  await enterAs(context, 'coordinator@demo.qafila');
  expect((await page.request.get(`${address}/steps`)).status()).toBe(403);
  expect((await page.request.get('/api/v1/applications')).status()).toBe(403);
  await context.close();
}
