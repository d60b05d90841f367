import type { DriverFix } from '@qafila/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWorthKeeping, toGiveUp } from './thinning.ts';

const START = Date.parse('2026-10-14T05:00:00Z');
const A_METRE_DEG = 1 / 111_195;

function fix(seconds: number, metresNorth: number, given: Partial<DriverFix> = {}): DriverFix {
  return {
    at: new Date(START + seconds * 1_000).toISOString(),
    lat: 35 + metresNorth * A_METRE_DEG,
    lng: 36,
    ...{ speedMps: 10, headingDeg: 0, accuracyM: 5, batteryPct: null },
    ...given,
  };
}
const last = fix(0, 0);

test('the first fix is kept, and then one every ten seconds though nothing moves', () => {
  expect(isWorthKeeping(undefined, last)).toBe(true);
  expect(isWorthKeeping(last, fix(9.9, 5))).toBe(false);
  expect(isWorthKeeping(last, fix(10, 0))).toBe(true);
});

test('thirty metres or a turn are told sooner', () => {
  expect(isWorthKeeping(last, fix(3, 29))).toBe(false);
  expect(isWorthKeeping(last, fix(3, 31))).toBe(true);
  expect(isWorthKeeping(last, fix(3, 5, { headingDeg: 25 }))).toBe(true);
  expect(isWorthKeeping(fix(0, 0, { headingDeg: 350 }), fix(3, 5, { headingDeg: 5 }))).toBe(false);
});

test('a heading says nothing while the truck stands, or where the phone knows none', () => {
  expect(isWorthKeeping(last, fix(3, 1, { headingDeg: 180, speedMps: 0.4 }))).toBe(false);
  expect(isWorthKeeping(last, fix(3, 1, { headingDeg: null }))).toBe(false);
});

test('a clock that was set back does not silence the phone', () => {
  expect(isWorthKeeping(last, fix(-3_600, 0))).toBe(true);
});

test('whatever comes, no two kept fixes of one clock are less than two seconds apart', () => {
  const step = fc.record({
    seconds: fc.double({ min: 0.1, max: 12, noNaN: true }),
    metres: fc.integer({ max: 400 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let seconds = 0;
      let metres = 0;
      const kept: DriverFix[] = [];
      for (const it of steps) {
        seconds += it.seconds;
        metres += it.metres;
        const next = fix(seconds, metres);
        if (isWorthKeeping(kept.at(-1), next)) kept.push(next);
      }
      const times = kept.map(({ at }) => Date.parse(at));
      expect(times.every((time, n) => n === 0 || time - (times[n - 1] ?? 0) >= 2_000)).toBe(true);
    }),
  );
});

test('too many are thinned among the oldest, every second one', () => {
  expect(toGiveUp([4, 5, 7, 8, 9])).toEqual([5, 8]);
});
