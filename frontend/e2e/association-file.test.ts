import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pickDay } from './hands.ts';
import { enterAs, openBrowser, openScreen, shoot, signIn } from './harness.ts';

const RUN = randomUUID().slice(0, 4);
const RULE = `خطة التدريب السنوية ${RUN}`;
const KEY = `training_plan_${RUN}`;
const MISSING = 'ينقص توقيع أمين السر.';
const PERMITTED = 'البضاعة جاهزة والحريق لا ينتظر.';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a rule becomes an obligation, a reminder, a paper handed in twice and accepted, in Arabic', async () => {
  const official = await openScreen(browser);
  const member = await openScreen(browser, { size: 'phone' });
  const other = await openScreen(browser);
  const admin = await openScreen(browser);
  await signIn(official.page, 'official@demo.qafila');
  await signIn(member.page, 'association2@demo.qafila');
  await enterAs(other.context, 'association1@demo.qafila');
  await enterAs(admin.context, 'admin@demo.qafila');

  await makeRule(official.page);
  const id = await becomeDue(admin.page, member.page);
  expect((await other.context.request.get(`/api/v1/obligations/${id}`)).status()).toBe(404);
  await handIn(member.page, id, 'خطة التدريب');
  await sendBack(official.page, id);
  await handIn(member.page, id, 'خطة التدريب موقعة');
  await accept(official.page, id);
  for (const { errors } of [official, member]) expect(errors).toEqual([]);
});

test('what is overdue keeps an association from pledging, until an official permits it, in Arabic', async () => {
  const official = await openScreen(browser);
  const member = await openScreen(browser);
  await signIn(official.page, 'official@demo.qafila');
  await signIn(member.page, 'association2@demo.qafila');
  const associationId = await associationOf(member.page);
  const obligationId = await askForAccounts(official.page, associationId);

  await tryToPledge(member.page);
  await member.page.getByText('لا يُقبل تعهد جديد').waitFor();
  await shoot(member.page, 'pledge-blocked-ar');
  await permit(official.page, associationId);
  await member.page.getByRole('button', { name: /^تعهّد/ }).last().click();
  await member.page.getByText('وصل تعهدكم إلى المنسّق').waitFor();

  const waived = await official.page.request.post(`/api/v1/obligations/${obligationId}/review`, {
    headers: { 'If-Match': '"0"' },
    data: { command: 'waive', reason: 'انتهى التدقيق' },
  });
  expect(waived.status()).toBe(200);
});

/** Due every year on the day five days from now. */
async function makeRule(page: Page): Promise<void> {
  const day = new Date(Date.now() + 5 * 86_400_000);
  const inDamascus = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Damascus' }).format(day);
  await page.goto('/obligations');
  await page.getByRole('link', { name: 'قواعد الالتزامات' }).click();
  await page.getByRole('button', { name: 'قاعدة جديدة' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('الاسم بالعربية').fill(RULE);
  await dialog.getByLabel('الاسم بالإنكليزية').fill('Yearly training plan');
  await dialog.getByLabel('الرمز').fill(KEY);
  await dialog.getByRole('combobox', { name: 'الشهر' }).click();
  await page
    .getByRole('option')
    .nth(Number(inDamascus.slice(5, 7)) - 1)
    .click();
  await dialog
    .getByLabel('اليوم', { exact: false })
    .first()
    .fill(String(Number(inDamascus.slice(8))));
  await shoot(page, 'obligation-rule-ar');
  await dialog.getByRole('button', { name: 'احفظ' }).click();
  await page.getByText('حُفظت القاعدة').waitFor();
  await page.getByText(RULE).first().waitFor();
}

/** The jobs run when they are asked to, or have run by themselves a moment ago. */
async function becomeDue(admin: Page, member: Page): Promise<string> {
  const run = (job: string) => admin.request.post(`/api/v1/jobs/${job}/runs`);
  const due = async () => {
    await run('obligations_due');
    const answer = await member.request.get('/api/v1/obligations?open=yes&limit=100');
    const { items } = (await answer.json()) as { items: { id: string; type: { key: string } }[] };
    return items.find(({ type }) => type.key === KEY)?.id ?? '';
  };
  await expect.poll(due, { timeout: 60_000 }).not.toBe('');
  const id = await due();
  const reminders = async () => {
    await run('obligation_reminders');
    const answer = await member.request.get(`/api/v1/obligations/${id}`);
    return ((await answer.json()) as { reminders: { offsetDays: number }[] }).reminders;
  };
  await expect.poll(reminders, { timeout: 60_000 }).toMatchObject([{ offsetDays: -7 }]);
  return id;
}

async function handIn(page: Page, id: string, name: string): Promise<void> {
  await page.goto(`/obligations/${id}`);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: PDF });
  await page.getByRole('button', { name: 'أرفق', exact: true }).click();
  await page.getByRole('link', { name: `نزّل «${name}»` }).waitFor();
  await shoot(page, 'obligation-hand-in-ar');
  await page.getByRole('button', { name: 'قدِّم', exact: true }).click();
  await page.getByText('قُدِّمت الوثائق، وهي قيد التدقيق').waitFor();
}

/** As it lies in the inbox of what waits for review. */
async function sendBack(page: Page, id: string): Promise<void> {
  await page.goto('/obligations?standing=in_review');
  await page.locator(`a[href="/obligations/${id}"]`).click();
  await page.getByRole('button', { name: 'أعد للاستكمال' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('السبب').fill(MISSING);
  await dialog.getByRole('button', { name: 'أعد للاستكمال' }).click();
  await page.getByText(MISSING).waitFor();
}

async function accept(page: Page, id: string): Promise<void> {
  await page.goto(`/obligations/${id}`);
  await page.getByRole('button', { name: 'اقبل' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'اقبل' }).click();
  await page.getByText('مقبول').first().waitFor();
  await expect.poll(() => page.locator('ol li strong').allTextContents()).toHaveLength(4);
  await shoot(page, 'obligation-accepted-ar');
}

async function associationOf(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/session');
  const { association } = (await answer.json()) as { association: { id: string } };
  return association.id;
}

/** Accounts of a year long ago, which were due long ago; of another year in each run. */
async function askForAccounts(page: Page, associationId: string): Promise<string> {
  const types = (await (await page.request.get('/api/v1/obligation-types')).json()) as {
    id: string;
    key: string;
  }[];
  const typeId = types.find(({ key }) => key === 'annual_accounts')?.id;
  const answer = await page.request.post(`/api/v1/associations/${associationId}/obligations`, {
    data: { typeId, period: String(2000 + (Number.parseInt(RUN, 16) % 18)), dueOn: '2021-04-30' },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { obligation: { id: string } }).obligation.id;
}

async function tryToPledge(page: Page): Promise<void> {
  const answer = await page.request.get('/api/v1/campaigns');
  const campaigns = (await answer.json()) as { id: string; nameEn: string }[];
  await page.goto(`/c/${campaigns.find((it) => it.nameEn.startsWith('Forest'))?.id}/desk`);
  await page.getByText('التزامات متأخرة: لا تُقبل تعهدات جديدة').waitFor();
  await page.getByRole('button', { name: /^تعهّد/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'الكمية' }).fill('5');
  await pickDay(dialog, 'جاهزة للتسليم', 1);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: /^تعهّد/ }).click();
}

async function permit(page: Page, associationId: string): Promise<void> {
  await page.goto(`/associations/${associationId}/obligations`);
  await page.getByRole('button', { name: 'أذن بالتعهد' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('السبب').fill(PERMITTED);
  await dialog.getByRole('button', { name: 'أذن بالتعهد' }).click();
  await page.getByText(PERMITTED).waitFor();
  await shoot(page, 'pledge-permitted-ar');
}
