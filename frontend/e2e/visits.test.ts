import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, pickDay } from './hands.ts';
import { openBrowser, openScreen, shoot, signIn } from './harness.ts';

const QUESTION = 'هل يُحدَّث سجل المتطوعين كل شهر؟';
const PURPOSE = `متابعة سجل المتطوعين ${randomUUID().slice(0, 4)}`;
const NOTE = 'آخر تحديث قبل أربعة أشهر.';
const EVIDENCE = 'حُدّث السجل، والصورة مرفقة.';
/** The smallest picture there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Question = { id: string; kind: string; textAr: string; isRequired: boolean };
type Visit = { id: string; association: { id: string }; sections: { questions: Question[] }[] };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a checklist is changed, a visit planned and made, and its finding answered and closed, in Arabic', async () => {
  const official = await openScreen(browser);
  const member = await openScreen(browser, { size: 'phone' });
  const other = await openScreen(browser);
  await signIn(official.page, 'official@demo.qafila');
  await signIn(member.page, 'association1@demo.qafila');
  await signIn(other.page, 'association2@demo.qafila');

  await addQuestion(official.page);
  const visit = await plan(official.page);
  await seeNothing(other.page, visit.id);
  await make(official.page, visit);
  await seeFinding(official.page, visit.id);
  await handInEvidence(member.page, visit);
  await seeNothing(other.page, visit.id);
  await close(official.page, visit.id);

  // A browser logs the 404 that it shows a page for.
  for (const { errors } of [official, member, other]) {
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  }
});

/** One question more, moved up by its button, in a new version. */
async function addQuestion(page: Page): Promise<void> {
  await page.goto('/visits');
  await page.getByRole('link', { name: 'استمارات الزيارات' }).click();
  await page.getByRole('link', { name: 'استمارة الزيارة الدورية' }).click();
  const section = page.getByRole('region', { name: 'القسم 4' });
  await section.getByRole('button', { name: 'أضف سؤالاً' }).click();
  await section.getByLabel('السؤال بالعربية').fill(QUESTION);
  await page.getByRole('button', { name: 'احفظ إصداراً جديداً' }).click();
  await page.getByText('السؤال بالإنكليزية').last().waitFor();
  await section.getByLabel('السؤال بالإنكليزية').fill('Is the register of volunteers kept up monthly?');
  await choose(section, 'تصبح ملاحظة عندما تكون الإجابة', 'لا');
  await section.getByRole('button', { name: /^قدّم السؤال 5/ }).click();
  await expect.poll(() => section.getByRole('button', { name: QUESTION }).count()).toBe(1);
  const questions = section.locator('[data-summary]');
  await expect.poll(() => questions.nth(3).textContent()).toContain(QUESTION);
  await shoot(page, 'visit-template-ar');
  await page.getByRole('button', { name: 'احفظ إصداراً جديداً' }).click();
  await page.waitForURL('**/visits/templates');
}

/** Of the association whose member answers later, announced to it. */
async function plan(page: Page): Promise<Visit> {
  await page.goto('/visits');
  await page.getByRole('link', { name: 'خطّط زيارة' }).first().click();
  await choose(page, 'الجمعية', 'جمعية السنديانة');
  await pickDay(page, 'الموعد', 1);
  await page.getByLabel('الغرض').fill(PURPOSE);
  await page.getByLabel('هدى المصري').check();
  await page.getByRole('button', { name: 'خطّط زيارة' }).click();
  await page.getByText(PURPOSE).waitFor();
  await page.getByText(QUESTION).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  return (await (await page.request.get(`/api/v1/visits/${id}`)).json()) as Visit;
}

/** What a phone at the site would send when it has a network again: newest first, and twice. */
async function make(page: Page, visit: Visit): Promise<void> {
  const began = Date.now();
  const at = (seconds: number) => new Date(began + seconds * 10).toISOString();
  const send = async (method: 'post' | 'put', path: string, data: unknown, type?: string) => {
    const answer = await page.request[method](`/api/v1/visits/${visit.id}/${path}`, {
      data: data as string,
      ...(type && { headers: { 'content-type': type } }),
    });
    expect([answer.status(), path]).toEqual([200, path]);
  };
  await send('post', 'start', { at: at(0) });
  const questions = visit.sections.flatMap((section) => section.questions).filter((it) => it.isRequired);
  const records = questions
    .filter(({ kind }) => kind !== 'photo')
    .map((question, index) => ({
      ...{ kind: 'answer', id: randomUUID(), at: at(index + 1), questionId: question.id },
      value: question.textAr === QUESTION ? false : goodAnswer(question),
      note: question.textAr === QUESTION ? NOTE : '',
    }));
  await send('post', 'records', { records: records.toReversed() });
  await send('post', 'records', { records });
  for (const { id } of questions.filter(({ kind }) => kind === 'photo')) {
    const path = `photos/${randomUUID()}?questionId=${id}&at=${at(30)}`;
    await send('put', path, PIXEL, 'image/png');
  }
  await send('post', 'finish', { at: at(40) });
}

function goodAnswer({ kind }: Question): boolean | number | string {
  if (kind === 'yes_no') return true;
  return kind === 'scale' ? 4 : 0;
}

async function seeFinding(page: Page, visitId: string): Promise<void> {
  await page.goto(`/visits/${visitId}`);
  await page.getByText('منجزة', { exact: true }).waitFor();
  await page.getByRole('button', { name: QUESTION }).waitFor();
  await page.getByText(NOTE).first().waitFor();
  await page.getByText('بانتظار الجمعية').waitFor();
  await shoot(page, 'visit-report-ar');
}

/** Not the page, nor the answer of the server, is there for another association. */
async function seeNothing(page: Page, visitId: string): Promise<void> {
  const answer = await page.request.get(`/api/v1/visits/${visitId}`);
  expect(answer.status()).toBe(404);
}

/** From the association's own page, on a phone. */
async function handInEvidence(page: Page, visit: Visit): Promise<void> {
  await page.goto(`/associations/${visit.association.id}/visits`);
  await page.getByRole('button', { name: QUESTION }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'قدّم الإثبات' }).click();
  await dialog.getByLabel('ماذا فعلتم لمعالجتها؟').fill(EVIDENCE);
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'السجل.png', mimeType: 'image/png', buffer: PIXEL });
  await shoot(page, 'finding-evidence-ar-phone');
  await dialog.getByRole('button', { name: 'قدّم الإثبات' }).click();
  await dialog.getByText(EVIDENCE).waitFor();
  await dialog.getByText('بانتظار المديرية').waitFor();
}

async function close(page: Page, visitId: string): Promise<void> {
  await page.goto(`/visits/${visitId}`);
  await page.getByRole('button', { name: QUESTION }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(EVIDENCE).waitFor();
  await dialog.getByRole('link', { name: /السجل/ }).waitFor();
  await dialog.getByRole('button', { name: 'أغلق الملاحظة' }).click();
  await dialog.getByLabel('كلمة للجمعية').fill('عوين السجل.');
  await dialog.getByRole('button', { name: 'أغلق الملاحظة' }).click();
  await dialog.getByText('مغلقة', { exact: true }).waitFor();
}
