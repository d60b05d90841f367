import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createUses } from './uses.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (second: number): Date => new Date(second * 1000);

test('a link on many screens is written at once, and then once a minute with all that came', () => {
  const written: [string, number, Date][] = [];
  const uses = createUses(async (...it) => {
    written.push(it);
  });
  uses.used('a', at(0), 0);
  uses.used('a', at(0), 1);
  vi.advanceTimersByTime(1_000);
  expect(written).toEqual([['a', 1, at(0)]]);
  for (let second = 2; second < 60; second++) uses.used('a', at(second), second % 2 === 0 ? 1 : 0);
  uses.used('b', at(59), 1);
  vi.advanceTimersByTime(58_000);
  expect(written).toEqual([
    ['a', 1, at(0)],
    ['b', 1, at(59)],
  ]);
  vi.advanceTimersByTime(2_000);
  expect(written.at(-1)).toEqual(['a', 29, at(59)]);
  vi.advanceTimersByTime(600_000);
  expect(written).toHaveLength(3);
});

test('what was not written yet is written at the end', async () => {
  const written: string[] = [];
  const uses = createUses(async (id) => {
    written.push(id);
  });
  uses.used('a', at(0), 1);
  await uses.close();
  expect(written).toEqual(['a']);
  expect(vi.getTimerCount()).toBe(0);
});
