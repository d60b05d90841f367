import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose } from './hands.ts';
import { enterAs, openBrowser, openScreen, shoot, signIn } from './harness.ts';

/** Typed as people type it, and found nowhere but on the page of those who asked for it. */
const NAME = 'نجوى المتروك';
const NATIONAL_ID = String(30_000_000_000 + (Date.now() % 10_000_000_000));
/** In the digits and with the hyphens of the paper. */
const ON_PAPER = NATIONAL_ID.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '').replace(
  /(....)(?=.)/g,
  '$1-',
);
const REQUEST = 'إعانة لأسرة بلا معيل';
const MONTHLY_CASH = { kind: 'cash', cadence: 'monthly' };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a citizen is referred, declined, referred again, helped month by month and closed, in Arabic', async () => {
  const caseworker = await openScreen(browser);
  const first = await openScreen(browser);
  const second = await openScreen(browser, { size: 'phone' });
  await signIn(caseworker.page, 'official@demo.qafila');
  await signIn(first.page, 'association1@demo.qafila');
  await signIn(second.page, 'association2@demo.qafila');
  const [firstName, secondName] = [await serveCash(first.page), await serveCash(second.page)];

  await first.page.goto('/referrals');
  const path = await register(caseworker.page);
  await refer(caseworker.page, firstName);
  const code = await caseworker.page.title();
  await seeNothing(second.page, path);
  await decline(first.page, code);
  await referAgain(caseworker.page, { declined: firstName, next: secondName });
  await accept(second.page, path);
  await help(second.page);
  await seeNextMonthDue(second.page);
  await close(second.page);
  await caseworker.page.getByText('مغلقة', { exact: true }).waitFor();
  await readAndLeave(caseworker.page, path);
  await beKnown(caseworker.page);

  // A browser logs the 404 that it shows a page for.
  for (const { errors } of [caseworker, first, second]) {
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  }
});

/** Has the association give monthly cash in Damascus, as its particulars say; answers its name. */
async function serveCash(page: Page): Promise<string> {
  const me = (await (await page.request.get('/api/v1/session')).json()) as { association: { id: string } };
  const address = `/api/v1/associations/${me.association.id}`;
  const association = (await (await page.request.get(address)).json()) as {
    nameAr: string;
    version: number;
    aid: { kind: string; cadence: string }[];
    governorateCodes: string[];
  };
  const others = association.aid.filter((it) => !(it.kind === 'cash' && it.cadence === 'monthly'));
  const answer = await page.request.patch(`${address}/profile`, {
    data: {
      aid: [...others, MONTHLY_CASH],
      governorateCodes: [...new Set([...association.governorateCodes, 'SY01'])],
    },
    headers: { 'If-Match': `"${association.version}"` },
  });
  expect(answer.status()).toBe(200);
  return association.nameAr;
}

/** The number first, then the least that serves; answers where the case is. */
async function register(page: Page): Promise<string> {
  await page.goto('/referrals');
  await page.getByRole('link', { name: 'إحالة جديدة' }).click();
  await page.getByLabel('الرقم الوطني').fill(ON_PAPER);
  await page.getByRole('radio', { name: 'نقدية شهرية' }).check({ force: true });
  await page.getByRole('button', { name: 'تحقّق' }).click();
  await page.getByText(/لا حالة جارية له/).waitFor();
  await page.getByLabel('الاسم الكامل').fill(NAME);
  await page.getByLabel('الهاتف').fill('0933 123 456');
  await choose(page, 'المحافظة', 'دمشق');
  await page.getByLabel('أفراد الأسرة').fill('٥');
  await page.getByLabel('ما يحتاج إليه').fill(REQUEST);
  await shoot(page, 'referral-request');
  await page.getByRole('button', { name: 'سجّل واختر الجمعية' }).click();
  await page.getByRole('heading', { name: 'مساعدة نقدية شهرية' }).waitFor();
  await expectUnseen(page);
  return new URL(page.url()).pathname;
}

async function refer(page: Page, association: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(association) }).check();
  await page.getByRole('button', { name: `أحل إلى ${association}` }).click();
  await page.getByText('بانتظار رد الجمعية', { exact: true }).first().waitFor();
}

/** To whom it was not referred it does not exist. */
async function seeNothing(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByText('غير موجود، أو ليس من صلاحيتك الاطلاع عليه').waitFor();
}

/** The inbox hears of the case by itself; only the request is read before an answer. */
async function decline(page: Page, title: string): Promise<void> {
  const code = title.split(' ')[0] ?? '';
  const row = page.getByRole('listitem').filter({ hasText: code });
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'أظهر الطلب' }).click();
  await page.getByText(REQUEST).waitFor();
  expect(await page.getByText(NAME).count()).toBe(0);
  await page.getByRole('button', { name: 'اعتذر' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'لا قدرة لدينا الآن' }).check();
  await shoot(page, 'referral-decline');
  await dialog.getByRole('button', { name: 'اعتذر' }).click();
  await page.getByText('أُعيدت الحالة إلى المديرية').waitFor();
}

/** The caseworker's page has heard of it; whoever declined cannot be chosen again. */
async function referAgain(page: Page, { declined, next }: { declined: string; next: string }): Promise<void> {
  await page.getByText('اعتذرت الجمعية', { exact: true }).first().waitFor();
  await page.getByText('اعتذرت عن هذه الحالة').waitFor();
  expect(await page.getByRole('radio', { name: new RegExp(declined) }).isDisabled()).toBe(true);
  await shoot(page, 'referral-declined');
  await refer(page, next);
}

async function accept(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'اقبل الحالة' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'اقبل الحالة' }).click();
  await page.getByText('قُبلت الحالة').waitFor();
  await page.getByRole('button', { name: 'أظهر البيانات' }).click();
  await page.getByText(NAME).waitFor();
  await page.getByText(NATIONAL_ID.slice(-3)).first().waitFor();
  await shoot(page, 'referral-person');
}

async function help(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'سجّل مساعدة' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('المبلغ').fill('٢٥٠٬٠٠٠');
  await shoot(page, 'referral-help');
  await dialog.getByRole('button', { name: 'سجّل المساعدة' }).click();
  await page.getByText('سُجّلت المساعدة').waitFor();
  await page.getByText('قُدّمت', { exact: true }).waitFor();
}

/** The server's own job opens the next month; the page hears of it. */
async function seeNextMonthDue(page: Page): Promise<void> {
  const admin = await openScreen(browser);
  await enterAs(admin.context, 'admin@demo.qafila');
  const answer = await admin.context.request.post('/api/v1/jobs/monthly_aid/runs');
  expect(answer.status()).toBe(201);
  await admin.context.close();
  await page.getByText('قادمة', { exact: true }).waitFor();
  await shoot(page, 'referral-months');
}

async function close(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'أغلق الحالة' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'قُدّمت المساعدة' }).check();
  await dialog.getByRole('button', { name: 'أغلق الحالة' }).click();
  await page.getByText('أُغلقت الحالة').waitFor();
}

/** What was read is gone with the page, and the browser keeps nothing of it. */
async function readAndLeave(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'أظهر البيانات' }).click();
  await page.getByText(NAME).waitFor();
  await page.getByRole('link', { name: 'الإحالات' }).first().click();
  await page.getByRole('heading', { name: 'الإحالات' }).waitFor();
  await page.goBack();
  await page.waitForURL(new RegExp(path));
  await page.getByRole('button', { name: 'أظهر البيانات' }).waitFor();
  await expectUnseen(page);
}

/** Neither in the page, its title and its address, nor in what the browser stores. */
async function expectUnseen(page: Page): Promise<void> {
  const kept = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.title,
      window.location.href,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
    ].join('\n'),
  );
  for (const secret of [NAME, REQUEST, NATIONAL_ID, ON_PAPER]) expect(kept).not.toContain(secret);
}

/** The next caseworker who types the number is told that there was help, and not whose or where. */
async function beKnown(page: Page): Promise<void> {
  await page.goto('/referrals/new');
  await page.getByLabel('الرقم الوطني').fill(NATIONAL_ID);
  await page.getByRole('radio', { name: 'نقدية شهرية' }).check({ force: true });
  await page.getByRole('button', { name: 'تحقّق' }).click();
  await page.getByText(/قُدّمت له مساعدة من هذا النوع/).waitFor();
  await shoot(page, 'referral-known');
}
