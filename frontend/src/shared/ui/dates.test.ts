import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromWallClock, monthLabel, toWallClock } from './dates.ts';

test('clocks in Damascus have been at +03 in summer 2020, +02 in winter 2020, and +03 ever since', () => {
  expect(toWallClock('2020-07-01T12:00:00Z')).toBe('2020-07-01 15:00:00');
  expect(toWallClock('2020-12-01T12:00:00Z')).toBe('2020-12-01 14:00:00');
  expect(toWallClock('2026-12-01T12:00:00Z')).toBe('2026-12-01 15:00:00');
});

test('what a clock shows leads back to the instant, now that the clocks no longer change', () => {
  const min = new Date('2023-01-01T00:00:00Z');
  const max = new Date('2050-01-01T00:00:00Z');
  fc.assert(
    fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
      date.setMilliseconds(0);
      expect(fromWallClock(toWallClock(date.toISOString()))).toBe(date.toISOString());
    }),
  );
});

test('the calendar says the months as Syrians do', () => {
  expect(monthLabel('2026-11-05', 'ar-sy')).toBe('تشرين الثاني 2026');
});
