import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { usePreferences } from '../i18n/index.ts';
import { currentFormat, parseInteger, toLatinDigits } from './index.ts';

const NOW = new Date('2026-10-14T11:02:00Z');
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

beforeEach(() => {
  usePreferences.getState().setLanguage('ar');
  usePreferences.getState().setDigits('latin');
});

describe('whole numbers as people type them', () => {
  test.each([
    ['٣٥', 35],
    ['۳۵', 35],
    ['35', 35],
    ['1,200', 1200],
    ['١٬٢٠٠', 1200],
    [' 12 ', 12],
    ['-4', -4],
  ])('%s is read as %i', (typed, value) => {
    expect(parseInteger(typed)).toBe(value);
  });

  test.each(['1.5', '1,5', '١٫٥', '1e3', 'abc', '', '1,20', '0x10', '9007199254740993'])(
    '%s is not a whole number',
    (typed) => {
      expect(parseInteger(typed)).toBeUndefined();
    },
  );

  test('whatever is shown can be typed back, in either kind of digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.constantFrom('latin', 'arabic'),
        (value, digits) => {
          usePreferences.getState().setDigits(digits);
          expect(parseInteger(currentFormat().number(value))).toBe(value);
        },
      ),
    );
  });

  test('all three kinds of digits are one', () => {
    expect(toLatinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789 0123456789');
  });
});

describe('amounts', () => {
  test('weights keep one decimal', () => {
    expect(currentFormat().weight(33_000)).toBe('33.0 طن');
    expect(currentFormat().weight(31_849)).toBe('31.8 طن');
    expect([0, 0.4, 45, 50].map(currentFormat().weight)).toEqual(['0.0 طن', '1 كغ', '45 كغ', '0.1 طن']);
  });

  test('money is whole pounds, never parted from its currency', () => {
    expect(currentFormat().pounds(1_250_000)).toBe('1,250,000\u00a0ل.س');
  });

  test('distances are metres, then kilometres with a decimal, then whole kilometres', () => {
    expect([0, 96, 999.6, 4_240, 128_400].map(currentFormat().distance)).toEqual([
      '0 م',
      '96 م',
      '1.0 كم',
      '4.2 كم',
      '128 كم',
    ]);
  });

  test('quantities take the plural of their unit', () => {
    const { quantity } = currentFormat();
    expect([1, 2, 3, 11, 100].map((count) => quantity(count, 'set'))).toEqual([
      'طقم واحد',
      'طقمان',
      '3 أطقم',
      '11 طقماً',
      '100 طقم',
    ]);
  });

  test('a share that is not quite all, or not quite nothing, never says so', () => {
    const { percent } = currentFormat();
    expect([0, 0.001, 0.5, 0.999, 1].map((share) => plain(percent(share)))).toEqual([
      '0%',
      '1%',
      '50%',
      '99%',
      '100%',
    ]);
  });

  test('follow the digits that the reader chose', () => {
    usePreferences.getState().setDigits('arabic');
    const { quantity, percent, weight, number } = currentFormat();
    expect([quantity(600, 'piece'), plain(percent(0.5)), weight(31_800), number(1_234_567)]).toEqual([
      '٦٠٠ قطعة',
      '٥٠٪',
      '٣١٫٨ طن',
      '١٬٢٣٤٬٥٦٧',
    ]);
  });

  test('speak English to English readers', () => {
    usePreferences.getState().setLanguage('en');
    const { quantity, weight, volume } = currentFormat();
    expect([quantity(1, 'piece'), quantity(600, 'piece'), weight(8_900), volume(14_200_000)]).toEqual([
      '1 piece',
      '600 pieces',
      '8.9 t',
      '14.2 m³',
    ]);
  });
});

describe('moments', () => {
  test('are those of Damascus, with Syrian month names', () => {
    const { dateTime, fullDate, time, longDate } = currentFormat();
    expect(time('2026-10-14T11:02:00Z')).toBe('14:02');
    expect(dateTime('2026-10-14T22:30:00Z', NOW)).toBe('15 تشرين الأول، 01:30');
    expect(fullDate('2026-11-14T08:00:00Z')).toBe('14 تشرين الثاني 2026');
    expect(currentFormat().month('2026-11')).toBe('تشرين الثاني 2026');
    expect(currentFormat().monthName('2026-11')).toBe('تشرين الثاني');
    expect(longDate('2026-10-14T08:00:00Z')).toBe('الأربعاء 14 تشرين الأول 2026');
  });

  test('a day without a time stays that day', () => {
    expect(currentFormat().date('2026-10-14', NOW)).toBe('14 تشرين الأول');
    expect(currentFormat().date('2020-10-14', NOW)).toBe('14 تشرين الأول 2020');
  });

  test('winter 2020 was an hour behind', () => {
    expect(currentFormat().time('2020-12-01T12:00:00Z')).toBe('14:00');
    expect(currentFormat().time('2020-07-01T12:00:00Z')).toBe('15:00');
  });

  test('near ones are named by their day', () => {
    const { when } = currentFormat();
    expect(when('2026-10-14T10:52:00Z', NOW)).toBe('اليوم 13:52');
    expect(when('2026-10-15T09:00:00Z', NOW)).toBe('غداً 12:00');
    expect(when('2026-10-13T21:30:00Z', NOW)).toBe('اليوم 00:30');
    expect(when('2026-10-13T20:30:00Z', NOW)).toBe('أمس 23:30');
    expect(when('2026-10-16T05:00:00Z', NOW)).toBe('16 تشرين الأول، 08:00');
  });

  test('age in the shortest words', () => {
    const { relative, duration } = currentFormat();
    expect(relative('2026-10-14T10:59:00Z', NOW)).toBe('قبل 3\u00a0د');
    expect(relative('2026-10-14T13:02:00Z', NOW)).toBe('بعد 2\u00a0سا');
    expect(relative('2026-10-12T10:59:00Z', NOW)).toBe('قبل يومين');
    expect(relative('2026-10-09T10:59:00Z', NOW)).toBe('قبل 5\u00a0أيام');
    expect(relative('2026-10-14T11:01:58Z', NOW)).toBe('الآن');
    expect(duration(42)).toBe('42\u00a0د');
    expect(duration(80)).toBe('1\u00a0سا 20\u00a0د');
  });

  test('carry no invisible direction marks that a file or a code would keep', () => {
    usePreferences.getState().setDigits('arabic');
    const { fullDateTime } = currentFormat();
    expect(fullDateTime('2026-10-14T11:02:00Z')).toBe('١٤ تشرين الأول ٢٠٢٦، ١٤:٠٢');
  });
});

test('names fall back to the other language rather than to nothing', () => {
  const { name } = currentFormat();
  expect(name({ nameAr: 'الحفة', nameEn: 'Al-Haffa' })).toBe('الحفة');
  expect(name({ nameAr: '', nameEn: 'Al-Haffa' })).toBe('Al-Haffa');
});
