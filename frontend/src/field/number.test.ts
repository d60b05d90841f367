import { expect, test } from 'vitest';
import { parseNumber } from './number.ts';

test.each([
  ['120', 120],
  ['١٢٠', 120],
  ['۱۲٫۵', 12.5],
  ['1,200', 1_200],
  ['١٬٢٠٠', 1_200],
  ['-3', -3],
  [' ', null],
  ['كثير', undefined],
  ['1.2.3', undefined],
])('%s is read as %s', (typed, number) => {
  expect(parseNumber(typed)).toBe(number);
});
