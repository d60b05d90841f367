import { expect, test } from 'vitest';
import { progressOf } from './progress.ts';
import { DEPARTED, fixAt, fixesOf, live, minutesLater, stop } from './testing.ts';

const KM = 1000;

test('a convoy is as far as its slowest vehicle that still has a signal', () => {
  const now = minutesLater(60);
  const fixes = fixesOf(fixAt(1, now, 60 * KM), fixAt(2, now, 40 * KM));
  expect(progressOf(live(), fixes, now).progressM).toBe(40 * KM);
  const silent = fixesOf(fixAt(1, now, 60 * KM), fixAt(2, minutesLater(20), 10 * KM));
  expect(progressOf(live(), silent, now).progressM).toBe(60 * KM);
});

test('a vehicle of which no progress is told is at the start', () => {
  const now = minutesLater(30);
  const away = fixesOf([1, now.getTime() / 1000, 33.3, 40, 15, 0, 80, null]);
  expect(progressOf(live(), away, now)).toMatchObject({ progressM: 0, slowest: { progressM: 0 } });
});

test('a stop that was reached is done, whatever the vehicles say', () => {
  const now = minutesLater(120);
  const stops = [stop(1, { status: 'arrived', arrivedAt: minutesLater(110).toISOString() }), stop(2)];
  const behind = fixesOf(fixAt(1, now, 90 * KM));
  expect(progressOf(live({ stops }), behind, now).progressM).toBeCloseTo(111_195, -1);
});

test('before it departs a convoy is at its start, and when it has arrived at its end', () => {
  const fixes = fixesOf(fixAt(1, minutesLater(5), 3 * KM));
  const waiting = live({ status: 'loading', departedAt: null });
  expect(progressOf(waiting, fixes, minutesLater(5)).progressM).toBe(0);
  const there = progressOf(live({ arrivedAt: DEPARTED.toISOString() }), fixes, minutesLater(5));
  expect(there.progressM).toBe(there.way.lengthM);
});
