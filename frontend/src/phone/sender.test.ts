import { expect, test } from 'vitest';
import { backoffMs } from './sender.ts';

test('the wait grows with every failure, to a minute at most, and differs from phone to phone', () => {
  expect([1, 2, 3, 9].map((failures) => backoffMs(failures, 1))).toEqual([2_000, 4_000, 8_000, 60_000]);
  expect(backoffMs(3, 0)).toBe(4_000);
});
