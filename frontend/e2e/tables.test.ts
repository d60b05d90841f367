import { randomInt } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openScreen, shoot, signIn } from './harness.ts';

/** A number that no declaration of the demo has. */
const NUMBER = randomInt(500_000, 900_000);
const NAME = `جمعية الجدول ${NUMBER}`;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the registry is saved, mended in a spreadsheet and read again row by row, in Arabic', async () => {
  const { page, errors } = await openScreen(browser);
  await signIn(page, 'official@demo.qafila');
  await page.goto('/associations/list');
  const saved = await save(page);
  expect(saved).toContain('رقم الإشهار');

  const [head = ''] = saved.split('\r\n');
  await choose(page, [head, rowOf(head, { kind: 'نادٍ' }), rowOf(head, { kind: 'مؤسسة' })]);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('النوع: قيمة غير مقبولة').waitFor();
  await shoot(page, 'table-preview-ar');
  await dialog.getByRole('button', { name: /^أخذ سطر واحد/ }).click();
  await dialog.getByRole('button', { name: 'إغلاق' }).last().click();

  await page
    .getByPlaceholder(/ابحث|بحث/)
    .first()
    .fill(String(NUMBER));
  await page.getByText(NAME).first().waitFor();
  expect(errors).toEqual([]);
});

test('the admin sees what the server does by itself, and has it done now, in Arabic', async () => {
  const { page, errors } = await openScreen(browser);
  await signIn(page, 'admin@demo.qafila');
  await page.goto('/jobs');
  const row = page.getByRole('row', { name: /التذكير بالمواعيد/ });
  await row.getByRole('button', { name: 'نفّذ الآن' }).click();
  await page
    .getByText(/لم يكن شيء مستحقاً|أُنجز/)
    .first()
    .waitFor();
  await row.getByText('تم').waitFor();
  await row.getByRole('button', { name: 'مرات التنفيذ' }).click();
  await page.getByRole('dialog').waitFor();
  expect(errors).toEqual([]);
});

async function save(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'ملف جدول', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'حفظ بصيغة CSV' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** A declaration on paper that is not in the registry yet; one column as it is told. */
function rowOf(head: string, { kind }: { kind: string }): string {
  const isWrong = kind === 'نادٍ';
  const cells: Record<string, string> = {
    'رقم الإشهار': String(isWrong ? NUMBER + 1 : NUMBER),
    'تاريخ الإشهار': '2019-05-01',
    النوع: kind,
    'الاسم بالعربية': NAME,
    'الاسم بالإنكليزية': `Table Association ${NUMBER}`,
    'محافظة المقر': 'دمشق',
  };
  return head
    .replace('\ufeff', '')
    .split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
}

async function choose(page: Page, lines: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'ملف جدول', exact: true }).click();
  await page.getByRole('menuitem', { name: 'قراءة من جدول' }).click();
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({
      name: 'registry.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\r\n')),
    });
}
