import { LIMITS } from '@qafila/contract';
import { expect, test } from 'vitest';
import { createRateLimit } from './rate.ts';

const PER_S = LIMITS.trackerFixesPerS;

function setUp() {
  const clock = { ms: 5_000 };
  return { clock, waitS: createRateLimit(PER_S, () => clock.ms) };
}

test('a phone’s backlog passes at once, and then as many as the bucket fills', () => {
  const { clock, waitS } = setUp();
  for (let fix = 0; fix < LIMITS.trackerBacklog; fix++) expect(waitS(1)).toBe(0);
  expect(waitS(1)).toBe(1);
  clock.ms += 10_000;
  const passed = Array.from({ length: 1_000 }, () => waitS(1)).filter((wait) => wait === 0);
  expect(passed).toHaveLength(10 * PER_S);
});

test('who comes back after the time that was said is let in, and being refused costs nothing', () => {
  const { clock, waitS } = setUp();
  for (let fix = 0; fix < LIMITS.trackerBacklog + 500; fix++) waitS(1);
  clock.ms += waitS(1) * 1000;
  expect(waitS(1)).toBe(0);
});

test('one vehicle’s flood is not another’s, and a tracker that reports each second is never refused', () => {
  const { clock, waitS } = setUp();
  for (let second = 0; second < 5_000; second++) {
    for (let fix = 0; fix < 2 * PER_S; fix++) waitS(1);
    expect(waitS(2)).toBe(0);
    clock.ms += 1000;
  }
  expect(waitS(1)).toBe(0);
});
