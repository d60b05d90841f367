import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, pickCalendarDay } from './hands.ts';
import { openBrowser, openScreen, shoot, signIn } from './harness.ts';

const NAME = 'مخبز المعجنات';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a project from the proposal to its end, in Arabic, by the association and the directorate', async () => {
  const association = await openScreen(browser);
  const official = await openScreen(browser);
  await signIn(association.page, 'association1@demo.qafila');
  await signIn(official.page, 'official@demo.qafila');

  const address = await propose(association.page);
  await approve(official.page, address);
  await start(association.page, address);
  await reportMonth(association.page);
  await seeInPortfolio(official.page);
  await finish(association.page, address);

  for (const { errors } of [association, official]) expect(errors).toEqual([]);
});

/** Answers the project’s address. */
async function propose(page: Page): Promise<string> {
  await page.goto('/projects');
  await page.getByRole('link', { name: 'اقترح مشروعاً' }).click();
  await page.getByLabel('الاسم بالعربية').fill(NAME);
  await page.getByLabel('الاسم بالإنكليزية').fill('Pastry bakery');
  await choose(page, 'المجال', 'صناعات غذائية');
  await choose(page, 'المحافظة', 'دمشق');
  await pickCalendarDay(page, 'البداية المخططة', 0);
  await page.getByRole('textbox', { name: /^الموازنة/ }).fill('10000000');
  await page.getByLabel('منحة').fill('٦٠٠٠٠٠٠');
  await page.getByLabel('الدخل الشهري المخطط').fill('2000000');
  await page.getByLabel('الكلفة الشهرية المخططة').fill('1000000');
  await page.getByLabel('فرص العمل المخططة').fill('4');
  await page.getByLabel('الأسر المخطط إفادتها').fill('4');
  await page.getByRole('button', { name: 'احفظ المقترح' }).click();
  await page.getByRole('alert').getByText('مجموع مصادر التمويل لا يساوي الموازنة').waitFor();
  await page.getByLabel('أموال الجمعية').fill('4000000');
  await page.getByRole('button', { name: 'احفظ المقترح' }).click();
  await page.getByRole('heading', { name: NAME }).waitFor();
  await page.getByText('10 أشهر').first().waitFor();
  return new URL(page.url()).pathname;
}

async function approve(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await takeStep(page, 'وافق');
  await page.getByText('موافق عليه').first().waitFor();
}

async function start(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'ابدأ المشروع' }).click();
  const dialog = page.getByRole('dialog').filter({ hasText: NAME });
  await pickCalendarDay(dialog, 'يوم سريانها', -32);
  await dialog.getByRole('button', { name: 'ابدأ المشروع' }).click();
  await page.getByRole('button', { name: 'أدخل شهراً' }).waitFor();
}

async function reportMonth(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'أدخل شهراً' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('الدخل').fill('2500000');
  await dialog.getByLabel('الكلفة').fill('1200000');
  await dialog.getByLabel('فرص العمل').fill('4');
  await dialog.getByLabel('الأسر').fill('4');
  await dialog.getByRole('button', { name: 'احفظ الأرقام' }).click();
  await page.getByRole('cell', { name: /1,300,000/ }).waitFor();
  await shoot(page, 'project');
}

async function seeInPortfolio(page: Page): Promise<void> {
  await page.goto('/projects?status=running&sector=food');
  await page.getByRole('link', { name: NAME }).waitFor();
  await shoot(page, 'projects');
}

async function finish(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await takeStep(page, 'أنجزه');
  await page.getByText('منجز').first().waitFor();
  expect(await page.getByRole('button', { name: 'أنجزه' }).count()).toBe(0);
}

async function takeStep(page: Page, command: string): Promise<void> {
  await page.getByRole('button', { name: command, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: command, exact: true }).click();
}
