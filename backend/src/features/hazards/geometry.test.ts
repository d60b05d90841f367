import { type HazardArea, type Line, measured, nearestToArea } from '@qafila/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** Due north along 36° E from 35° N: a degree is 111.2 km. */
const ROAD: Line = [
  [35, 36],
  [35.5, 36],
  [36, 36],
];
/** The same road as a surveyor has it, in stretches. */
const BENT: Line = Array.from({ length: 301 }, (_, i) => [35 + i / 300, 36]);
const circleAt = (lat: number, lng: number, radiusM: number): HazardArea => ({
  type: 'circle',
  center: { lat, lng },
  radiusM,
});
const box = (south: number, west: number, north: number, east: number): HazardArea => ({
  type: 'polygon',
  ring: [
    [south, west],
    [south, east],
    [north, east],
    [north, west],
  ],
});
const near = (area: HazardArea, withinM = 50_000, line: Line = ROAD) =>
  nearestToArea(measured(line), area, withinM);

describe('how near a route comes to a hazard', () => {
  test('is measured to the rim of a circle, beside the road', () => {
    // 0.1° east at 35.25° N is 9.08 km.
    const found = near(circleAt(35.25, 36.1, 1_000));
    expect(found?.distanceM).toBeCloseTo(8_080, -2);
    expect(found?.alongM).toBeCloseTo(27_800, -2);
  });

  test('is nothing from where the road enters a circle', () => {
    const found = near(circleAt(35.75, 36, 5_000));
    expect(found?.distanceM).toBe(0);
    expect(found?.alongM).toBeCloseTo(0.75 * 111_195 - 5_000, -2);
  });

  test('is nothing from where the road crosses the rim of a zone', () => {
    const found = near(box(35.2, 35.9, 35.3, 36.1));
    expect(found?.distanceM).toBe(0);
    expect(found?.alongM).toBeCloseTo(0.2 * 111_195, -2);
  });

  test('is nothing at once where the road begins inside a zone', () => {
    expect(near(box(34.9, 35.9, 35.3, 36.1))).toEqual({ distanceM: 0, alongM: 0 });
  });

  test('is measured to the nearest corner beyond the end of the road', () => {
    const found = near(box(36.1, 35.9, 36.2, 36.1));
    expect(found?.distanceM).toBeCloseTo(11_120, -2);
    expect(found?.alongM).toBeCloseTo(111_195, -2);
  });

  test('is not told when it is farther than asked for', () => {
    expect(near(circleAt(35.25, 36.1, 1_000), 8_000)).toBeNull();
    expect(near(circleAt(35.25, 36.1, 1_000), 8_200)).not.toBeNull();
  });

  test('of one place alone is the way from there', () => {
    expect(near(circleAt(35, 36.01, 100), 5_000, [[35, 36]])?.distanceM).toBeCloseTo(811, -1);
    expect(near(circleAt(35, 36.01, 100), 5_000, [])).toBeNull();
  });

  test('is what asking at every few metres of the road finds', () => {
    const place = fc.record({
      lat: fc.double({ min: 34.8, max: 36.2, noNaN: true }),
      lng: fc.double({ min: 35.8, max: 36.2, noNaN: true }),
    });
    fc.assert(
      fc.property(place, fc.integer({ min: 100, max: 8_000 }), ({ lat, lng }, radiusM) => {
        const area = circleAt(lat, lng, radiusM);
        const whole = near(area, 100_000, BENT)?.distanceM ?? Infinity;
        const steps = Array.from({ length: 1_001 }, (_, i): Line => [[35 + i / 1_000, 36]]);
        const piecewise = Math.min(...steps.map((at) => near(area, 100_000, at)?.distanceM ?? Infinity));
        expect(Math.abs(whole - piecewise)).toBeLessThan(120);
      }),
      { numRuns: 40 },
    );
  });
});
