import { expect, test } from 'vitest';
import { ageMs, pingAt } from './pings.ts';
import { inRounds, median, medianRatio } from './rounds.ts';
import { isMet } from './scenario.ts';
import { Timings } from './timings.ts';

test('a report carries the time it was sent at in its heading and its charge', () => {
  const before = Date.now();
  const { request } = pingAt(7, false);
  const heading = Number(/bearing=(\d+)/.exec(request)?.[1]);
  const charge = Number(/batt=(\d+)/.exec(request)?.[1]);
  expect(heading).toBeLessThan(360);
  expect(charge).toBeGreaterThanOrEqual(50);
  expect(charge).toBeLessThan(100);
  const age = ageMs(before + 4_321, heading, charge);
  expect(age).toBeLessThanOrEqual(4_321);
  expect(age).toBeGreaterThan(4_000);
});

test('reports of a flood are each of an instant of their own', () => {
  const times = Array.from({ length: 1_000 }, () => pingAt(1, true).recordedAtMs);
  expect(new Set(times).size).toBe(1_000);
});

test('a share of the timings lies within the time that is said', () => {
  const timings = new Timings();
  for (let ms = 1; ms <= 100; ms++) timings.add(ms);
  timings.add(1e9);
  expect([timings.at(0.5), timings.at(0.99), timings.at(1)]).toEqual([51, 100, 60_000]);
});

test('everybody has a turn in each round, and nobody always follows the same one', async () => {
  const order: string[] = [];
  const turns = ['a', 'b', 'c'].map((name) => async () => order.push(name));
  const results = await inRounds(2, turns, 0);
  expect(order.join('')).toBe('abccba');
  expect(results).toEqual([
    [1, 6],
    [2, 5],
    [3, 4],
  ]);
});

test('a ratio is taken within each round, before the middle one is', () => {
  expect([median([5, 1, 3]), median([4, 1, 2, 9])]).toEqual([3, 3]);
  expect(medianRatio([10, 40, 9], [5, 10, 3])).toBe(3);
});

test('a budget is met from its least to its most', () => {
  const row = { what: '', unit: '×', atLeast: 0.9, atMost: 1.1 };
  expect([0.89, 0.9, 1.1, 1.11].map((value) => isMet({ ...row, value }))).toEqual([false, true, true, false]);
});
