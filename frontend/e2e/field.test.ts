import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scan } from './axe.ts';
import { enterAs, openBrowser, openScreen, shoot } from './harness.ts';
import { expectLightPage, goOffline, goOnline, openPhone, type Phone } from './phone.ts';

const LONGEST_SIDE_PX = 1_600;

const SAFE = 'هل توجد مطفأة حريق صالحة؟';
const ORDER = 'ما مدى انتظام السجلات؟';
const SERVED = 'كم أسرة خُدمت هذا الشهر؟';
const REMARKS = 'ملاحظات عامة';
const STORE = 'صورة المستودع';
const PURPOSE = `متابعة المستودع ${randomUUID().slice(0, 4)}`;
const NOTE = 'انتهت صلاحيتها في حزيران.';
const NOTED = 'سلك كهرباء مكشوف قرب الباب.';
const WORDS = 'المتطوعون حاضرون جميعاً.';

type Visit = {
  id: string;
  status: string;
  association: { nameAr: string };
  answers: { questionId: string; value: unknown; note: string }[];
  photos: { id: string; document: { id: string } }[];
  findings: { severity: string; text: string; question: { textAr: string } | null }[];
};
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const asked = (kind: string, textAr: string, textEn: string, more: object) => ({
  ...{ id: randomUUID(), kind, textAr, textEn, isRequired: true },
  ...more,
});

/** One question of every kind, and a visit of Huda's with them, today. */
async function plan(purpose: string): Promise<Visit> {
  const office = await openScreen(browser);
  await enterAs(office.context, 'official@demo.qafila');
  const { request } = office.context;
  const read = async <T>(path: string): Promise<T> => await (await request.get(`/api/v1${path}`)).json();
  const make = async <T>(path: string, data: object): Promise<T> => {
    const answer = await request.post(`/api/v1${path}`, { data });
    expect([path, answer.status()]).toEqual([path, 201]);
    return await answer.json();
  };
  const sections = [
    {
      ...{ id: randomUUID(), titleAr: 'المقر', titleEn: 'The seat' },
      questions: [
        asked('yes_no', SAFE, 'Is there a working fire extinguisher?', {
          raises: { when: 'no', severity: 'critical' },
        }),
        asked('scale', ORDER, 'How well are the records kept?', { raises: null }),
      ],
    },
    {
      ...{ id: randomUUID(), titleAr: 'الخدمات', titleEn: 'Services' },
      questions: [
        asked('number', SERVED, 'How many families were served this month?', {
          ...{ unitAr: 'أسرة', unitEn: 'families', minimum: 0, maximum: 5_000, raises: null },
        }),
        asked('text', REMARKS, 'General remarks', {}),
        asked('photo', STORE, 'A picture of the store', {}),
      ],
    },
  ];
  const names = { nameAr: `استمارة ${purpose}`, nameEn: `Checklist ${purpose}` };
  const { id: templateId } = await make<{ id: string }>('/visits/templates', { ...names, sections });
  const [association] = await read<{ id: string }[]>('/associations/names');
  const { id: visitorId } = await read<{ id: string }>('/session');
  const visit = await make<Visit>('/visits', {
    ...{ templateId, purpose, isAnnounced: false, point: null, visitorIds: [visitorId] },
    ...{ associationId: association?.id, plannedFor: new Date().toISOString() },
  });
  await office.context.close();
  return visit;
}

async function signInOn(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'سجّل الدخول' }).click();
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill('qafila-demo');
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: 'زياراتي الميدانية' }).waitFor();
}

const question = (page: Page, text: string) => page.getByRole('group', { name: text });

/** A photograph as big as cameras make them. */
async function photograph(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3_000, height: 2_000 });
    const context = canvas.getContext('2d');
    for (let x = 0; context && x < 3_000; x += 10) {
      context.fillStyle = `hsl(${x % 360} 60% 50%)`;
      context.fillRect(x, 0, 10, 2_000);
    }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
  });
  return Buffer.from(bytes);
}

/** All kinds of answers, a note, a picture and a finding, and the end of the visit. */
async function makeVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'ابدأ الزيارة' }).click();
  await page.getByText('0 من 5').waitFor();
  await question(page, SAFE).getByRole('button', { name: 'لا', exact: true }).click();
  await question(page, SAFE).getByText('تصبح هذه الإجابة ملاحظة حرجة').waitFor();
  await question(page, SAFE)
    .getByRole('button', { name: /^أضف تعليقاً/ })
    .click();
  await question(page, SAFE).getByRole('textbox').fill(NOTE);
  await question(page, ORDER).getByRole('button', { name: '4' }).click();
  await question(page, SERVED).getByRole('textbox', { name: SERVED }).fill('٩٠٠٠');
  await question(page, SERVED).getByText('بين 0 و5,000').waitFor();
  await question(page, SERVED).getByRole('textbox', { name: SERVED }).fill('١٢٠');
  await question(page, REMARKS).getByRole('textbox', { name: REMARKS, exact: true }).fill(WORDS);
  await page.getByRole('button', { name: STORE, exact: true }).waitFor();
  const file = { name: 'IMG.png', mimeType: 'image/png', buffer: await photograph(page) };
  await question(page, STORE).locator('input[type=file]').setInputFiles(file);
  await question(page, STORE).getByRole('img', { name: 'صورة 1، على الهاتف' }).waitFor();
  await page.getByText('5 من 5').waitFor();
  await page.getByRole('button', { name: 'أضف ملاحظة' }).click();
  const sheet = page.getByRole('dialog', { name: 'ملاحظة جديدة' });
  await sheet.getByLabel('ما الذي يجب أن يُعالج؟').fill(NOTED);
  await sheet.getByRole('button', { name: 'بسيطة' }).click();
  await sheet.getByRole('button', { name: 'احفظ الملاحظة' }).click();
  await page.getByText(NOTED).waitFor();
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'أنهِ الزيارة' }).click();
  const sheet = page.getByRole('dialog', { name: 'أتنهي الزيارة؟' });
  await sheet.getByText('ملاحظتان').waitFor();
  await sheet.getByRole('button', { name: 'أنهِ الزيارة' }).click();
  await page.getByRole('heading', { name: /^انتهت الزيارة/ }).waitFor();
}

const visitOnServer = async (page: Page, id: string): Promise<Visit> =>
  await (await page.request.get(`/api/v1/visits/${id}`)).json();

test('a visit is made without a network, kept for its visitor alone, and arrives once', async () => {
  const { id } = await plan(PURPOSE);
  const phone = await openPhone(browser);
  const { context, page, errors } = phone;
  await page.goto('/field');
  await page.getByRole('heading', { name: 'سجّل الدخول أولاً' }).waitFor();
  await signInOn(page, 'official@demo.qafila');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.locator(`a[href="#${id}"]`).click();
  await page.getByText(PURPOSE).waitFor();

  await goOffline(phone);
  await page.reload();
  await page.getByText('بلا شبكة').waitFor();
  await makeVisit(page);
  await page.getByText('7 سجلات بانتظار الشبكة').waitFor();
  await page.goto('about:blank');
  await page.goto(`/field#${id}`);
  await question(page, SAFE).getByRole('textbox').waitFor();
  expect(await question(page, SAFE).getByRole('textbox').inputValue()).toBe(NOTE);
  expect(await question(page, SERVED).getByRole('textbox', { name: SERVED }).inputValue()).toBe('120');
  await shoot(page, 'field-offline');
  await finish(page);
  await page.reload();
  await page.getByRole('heading', { name: /^انتهت الزيارة/ }).waitFor();
  await page.getByText('8 سجلات بانتظار الشبكة').waitFor();

  await seenByAnother(phone, id);
  await signInOn(page, 'official@demo.qafila');
  await page.getByText('وصل كل ما سجّلته').waitFor({ timeout: 30_000 });
  const visit = await visitOnServer(page, id);
  expect(visit.status).toBe('finished');
  expect(visit.answers.map(({ value }) => value)).toEqual(expect.arrayContaining([false, 4, 120, WORDS]));
  expect([visit.answers.length, visit.photos.length]).toEqual([4, 1]);
  const raised = visit.findings.map(({ severity, text }) => [severity, text]);
  expect(raised.toSorted(([one = ''], [other = '']) => one.localeCompare(other))).toEqual([
    ['critical', NOTE],
    ['minor', NOTED],
  ]);
  const size = await page.evaluate(async (documentId) => {
    const picture = await createImageBitmap(await (await fetch(`/api/v1/documents/${documentId}`)).blob());
    return [picture.width, picture.height];
  }, visit.photos[0]?.document.id);
  expect(Math.max(...size)).toBe(LONGEST_SIDE_PX);
  await page.reload();
  await page.getByText('وصل كل ما سجّلته').waitFor();
  expect((await visitOnServer(page, id)).photos.length).toBe(1);
  expect(errors).toEqual([]);
  await context.close();
});

/** Sami takes the phone up before it has sent what Huda recorded, and leaves it again. */
async function seenByAnother(phone: Phone, visitId: string): Promise<void> {
  const { context, page, network } = phone;
  await context.clearCookies();
  network.mend();
  await enterAs(context, 'official2@demo.qafila');
  await goOnline(phone);
  await page.goto('/field');
  await page.getByText('سامي دركزلي').waitFor();
  expect(await page.locator(`a[href="#${visitId}"]`).count()).toBe(0);
  await page.getByText('وصل كل ما سجّلته').waitFor();
  expect((await visitOnServer(page, visitId)).status).toBe('planned');
  await page.getByRole('button', { name: 'تسجيل الخروج' }).click();
  const sheet = page.getByRole('dialog', { name: 'أتسجّل الخروج؟' });
  await sheet.getByRole('button', { name: 'تسجيل الخروج' }).click();
  await page.getByRole('heading', { name: 'سجّل الدخول أولاً' }).waitFor();
  await page.getByText('هدى المصري: 8 سجلات').waitFor();
  await shoot(page, 'field-left');
}

const LOOKS = [
  { language: 'ar', theme: 'light' },
  { language: 'ar', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

test.each(LOOKS)('axe finds nothing on the visitor’s page, $language, $theme', async (looks) => {
  const { id } = await plan(`${PURPOSE} ${looks.language} ${looks.theme}`);
  const { context, page, errors } = await openPhone(browser, looks);
  const look = async (name: string) => {
    await shoot(page, `field-${name}-${looks.language}-${looks.theme}`);
    const { findings, contrastChecked } = await scan(page);
    expect([name, findings]).toEqual([name, []]);
    expect(contrastChecked, `${name}: contrast was judged`).toBeGreaterThan(2);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([name, overflow]).toEqual([name, 0]);
  };
  await page.goto('/field');
  await page.getByRole('link', { name: /^(سجّل الدخول|Sign in)$/ }).waitFor();
  await look('door');
  await enterAs(context, 'official@demo.qafila');
  await page.goto('/field');
  await page.locator(`a[href="#${id}"]`).waitFor();
  await look('list');
  await page.locator(`a[href="#${id}"]`).click();
  await page.getByRole('button', { name: /^(ابدأ الزيارة|Begin the visit)/ }).waitFor();
  await look('planned');
  await page.getByRole('button', { name: /^(ابدأ الزيارة|Begin the visit)/ }).click();
  await page.getByRole('button', { name: /^(لا|No)$/ }).click();
  await look('checklist');
  await page.getByRole('button', { name: /^(أضف ملاحظة|Add a finding)$/ }).click();
  await look('finding');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: /^(ما ينقص|Missing)/ }).scrollIntoViewIfNeeded();
  await look('missing');
  await context.clearCookies();
  await page.reload();
  await page.getByRole('alert').waitFor();
  await look('expired');
  expect(errors).toEqual([]);
  await context.close();
});

test('a visitor’s first look costs less than 80 kB, all told, and asks nothing of another host', async () => {
  const phone = await openPhone(browser);
  await enterAs(phone.context, 'official@demo.qafila');
  await expectLightPage(phone, '/field', 'زياراتي الميدانية');
  await phone.context.close();
});
