import { describe, expect, test } from 'vitest';
import { momentOfFix, offsetAfter } from './clock.ts';

const NOW = Date.parse('2026-10-14T05:00:00Z');
const HOUR_MS = 3_600_000;
const heard = (serverMs: number, tookMs = 400) => ({
  serverAt: new Date(serverMs).toISOString(),
  askedMs: NOW,
  heardMs: NOW + tookMs,
});

describe('a phone’s clock', () => {
  test('is taken as right while a slow network may explain the difference', () => {
    expect(offsetAfter(0, heard(NOW + 8_000))).toBe(0);
    expect(offsetAfter(0, heard(NOW + 20_000, 30_000))).toBe(0);
  });

  test('that is wrong by hours is put right, and does not waver after', () => {
    const offsetMs = offsetAfter(0, heard(NOW + 3 * HOUR_MS));
    expect(offsetMs).toBe(3 * HOUR_MS - 200);
    expect(offsetAfter(offsetMs, heard(NOW + 3 * HOUR_MS + 2_000))).toBe(offsetMs);
  });

  test('that was set right meanwhile is taken as right again', () => {
    expect(offsetAfter(3 * HOUR_MS, heard(NOW))).toBe(0);
  });
});

describe('the time of a fix', () => {
  test('is the satellites’ own, put right by what the clock is off', () => {
    expect(momentOfFix(NOW - 3_000, NOW, 0)).toBe('2026-10-14T04:59:57.000Z');
    expect(momentOfFix(NOW - 3_000, NOW, HOUR_MS)).toBe('2026-10-14T05:59:57.000Z');
  });

  test('is when it came, where the phone and the satellites keep different times', () => {
    expect(momentOfFix(NOW - HOUR_MS, NOW, HOUR_MS)).toBe('2026-10-14T06:00:00.000Z');
    expect(momentOfFix(NOW + 5_000, NOW, 0)).toBe('2026-10-14T05:00:00.000Z');
  });
});
