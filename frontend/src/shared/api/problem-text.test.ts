import { beforeEach, expect, test } from 'vitest';
import { i18n, usePreferences } from '../i18n/index.ts';
import { ApiProblem, NetworkError } from './errors.ts';
import { fieldErrorText, problemText } from './problem-text.ts';

beforeEach(() => usePreferences.getState().setLanguage('ar'));

const refused = (code: 'above_volume' | 'not_found', values?: Record<string, string | number>) =>
  new ApiProblem({ type: 'x', title: 'x', status: 409, code, ...(values && { values }) });

const say = (error: unknown) =>
  problemText(error, { t: i18n.t, language: usePreferences.getState().language }).replace(
    /[\u2066\u2069]/g,
    '',
  );

test('a refusal names what the server named, in the reader’s language', () => {
  const error = refused('above_volume', {
    fits: 13,
    itemNameAr: 'خيمة عائلية',
    itemNameEn: 'Family tent',
    plate: '47-305194',
  });
  expect(say(error)).toBe('خيمة عائلية: الحجم لا يتسع في المركبة 47-305194؛ تتسع لـ 13');
  usePreferences.getState().setLanguage('en');
  expect(say(error)).toBe('Family tent: vehicle 47-305194 has no room for that volume; 13 would fit');
});

test('without the values the plain sentence is said, with no holes in it', () => {
  expect(say(refused('above_volume'))).toBe('الحجم لا يتسع في المركبة');
  expect(say(refused('not_found', { fits: 3 }))).toBe('غير موجود، أو ليس من صلاحيتك الاطلاع عليه');
});

test('silence of the network has its own words', () => {
  expect(say(new NetworkError('x'))).toBe('لا اتصال بالخادم؛ ما كتبته باقٍ هنا');
  expect(say(new Error('x'))).toBe('لم يتم الأمر');
});

test('a field’s fault says its bound, in the digits chosen', () => {
  const words = { t: i18n.t, language: 'ar' as const };
  const error = { path: 'quantity', code: 'too_small', message: 'x', values: { minimum: 1 } };
  expect(fieldErrorText(error, words)).toBe('يجب ألا يقل عن 1');
  expect(fieldErrorText({ ...error, code: 'above_stock' }, words)).toBe('الكمية أكبر من المتاح في المخزون');
  expect(fieldErrorText({ ...error, code: 'of_a_newer_server' }, words)).toBe('قيمة غير مقبولة');
});
