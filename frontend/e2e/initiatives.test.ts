import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, pickCalendarDay } from './hands.ts';
import { openBrowser, openScreen, shoot, signIn } from './harness.ts';

const NAME = 'سقيا الطريق';
const OWN = 'جمعية السنديانة';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('an initiative from its opening to its report, in Arabic, counted by an association on a phone', async () => {
  const official = await openScreen(browser);
  const association = await openScreen(browser, { size: 'phone' });
  await signIn(official.page, 'official@demo.qafila');
  await signIn(association.page, 'association1@demo.qafila');

  const address = await open(official.page);
  await bringIn(official.page, address);
  await record(association.page, address);
  await correct(association.page);
  await seeTotals(official.page, address);
  await close(official.page, address);
  await seeThatItIsOver(association.page, address);

  for (const { errors } of [official, association]) expect(errors).toEqual([]);
});

/** Answers the initiative’s address. */
async function open(page: Page): Promise<string> {
  await page.goto('/campaigns/new');
  await choose(page, 'النوع', 'مبادرة');
  await page.getByLabel('الاسم بالعربية').fill(NAME);
  await page.getByLabel('الاسم بالإنكليزية').fill('Water on the Road');
  await pickCalendarDay(page, 'تبدأ في', 0);
  await pickCalendarDay(page, 'تنتهي في', 0);
  await choose(page, 'المحافظات', 'دمشق');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'أنشئ مسودة الحملة' }).click();
  await page.getByRole('heading', { name: NAME }).waitFor();
  const address = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'فعّل الحملة' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'فعّل الحملة' }).click();
  await page.getByText('حملة نشطة').first().waitFor();
  expect(await page.getByRole('link', { name: 'القوافل' }).count()).toBe(0);
  return address;
}

async function bringIn(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/participants`);
  await page.getByRole('button', { name: 'أضف جمعية' }).first().click();
  const dialog = page.getByRole('dialog');
  await choose(dialog, 'الجمعية', OWN);
  await dialog.getByRole('button', { name: 'أضف' }).last().click();
  await page.getByRole('rowheader', { name: OWN }).waitFor();
}

async function record(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/desk`);
  await page.getByRole('heading', { name: 'ما قدّمناه اليوم' }).waitFor();
  await page.getByRole('textbox', { name: 'وجبات' }).fill('٤٢٠');
  await page.getByLabel('المستفيدون (أشخاص)').fill('400');
  await shoot(page, 'initiative-desk-phone');
  await page.getByRole('button', { name: 'سجّل ما قُدّم' }).click();
  await page.getByText('سُجّل من قبل: 420 وجبة').waitFor();
}

async function correct(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'صحّح', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'وجبات' }).fill('430');
  await dialog.getByLabel('سبب التصحيح').fill('وصل كشف آخر');
  await dialog.getByRole('button', { name: 'صحّح', exact: true }).click();
  await page.getByText('سُجّل من قبل: 430 وجبة').waitFor();
}

async function seeTotals(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByText('لا يقلّ المستفيدون عن 400 شخص').waitFor();
  await page
    .getByRole('row', { name: new RegExp(OWN) })
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'النشاط' }).click();
  await page.getByText('صُحّح ما قُدّم في').first().waitFor();
  await page.getByRole('link', { name: 'التقرير' }).click();
  await page.getByRole('cell', { name: '430' }).first().waitFor();
}

async function close(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'إجراءات الحملة' }).click();
  await page.getByRole('menuitem', { name: 'أغلق الحملة' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'أغلق الحملة' }).click();
  await page.getByText('مغلقة').first().waitFor();
}

async function seeThatItIsOver(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/desk`);
  await page.getByText('انتهت المبادرة؛ ما سُجّل ثابت').waitFor();
  expect(await page.getByRole('button', { name: 'سجّل ما قُدّم' }).count()).toBe(0);
}
