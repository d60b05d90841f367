import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RouteLine, Stop } from './convoys.ts';
import { arrivalAt, delayMin, lastToArrive, type WayStop } from './eta.ts';
import { advance, behindM, convoyProgressM, offWayM, type Progress, spreadM } from './progress.ts';
import { wayOf } from './way.ts';

const DEGREE_M = 111_195;
const SPEED_MPS = 55.6;
const leg = (route: RouteLine, kind: Stop['routeKind'] = 'drawn', distanceM?: number) => ({
  route,
  routeKind: kind,
  distanceM: distanceM ?? Math.round(Math.abs((route.at(-1)?.[0] ?? 0) - (route[0]?.[0] ?? 0)) * DEGREE_M),
});
const OUT = leg([
  [33, 36],
  [33.5, 36],
  [34, 36],
]);
const BACK = leg([
  [34, 36],
  [33.5, 36],
  [33, 36],
]);
const HOUR_S = 3_600;

type Seen = { atS: number; lat: number; lng?: number };

function follow(way: ReturnType<typeof wayOf>, seen: readonly Seen[], reachedM = 0): (Progress | null)[] {
  const course: (Progress | null)[] = [];
  for (const { atS, lat, lng = 36 } of seen) {
    const fix = { atMs: atS * 1000, lat, lng };
    const { progress } = advance(way, course.at(-1) ?? null, fix, { atMs: 0, reachedM }, SPEED_MPS);
    course.push(progress);
  }
  return course;
}

describe('progress along the way', () => {
  test('never runs backwards, and never past what a vehicle can have driven', () => {
    const way = wayOf([OUT, BACK]);
    const course = fc.array(
      fc.record({
        afterS: fc.integer({ min: 1, max: 3_000 }),
        north: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 2, maxLength: 40 },
    );
    fc.assert(
      fc.property(course, (steps) => {
        let atS = 0;
        const seen = steps.map(({ afterS, north }) => {
          atS += afterS;
          return { atS, lat: 33 + north };
        });
        let before = 0;
        follow(way, seen).forEach((progress, i) => {
          const progressM = progress?.progressM ?? 0;
          expect(progressM).toBeGreaterThanOrEqual(before);
          expect(progressM).toBeLessThanOrEqual((seen[i]?.atS ?? 0) * SPEED_MPS + 2_000 + 500 * (i + 1));
          before = progressM;
        });
      }),
    );
  });

  test('out and back by the same road: on the way out it stays on the way out, however it wavers', () => {
    const way = wayOf([OUT, BACK]);
    const wavering = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(wavering, (wander) => {
        // To 55 km and, after an hour's silence there, on.
        const seen = wander.map((metres, i) => {
          const alongM = Math.min(i, 50) * 1_100 + Math.max(0, i - 60) * 1_100;
          return { atS: i * 60 + (i > 55 ? HOUR_S : 0), lat: 33 + (alongM + metres) / DEGREE_M };
        });
        const course = follow(way, seen);
        expect(course[60]?.progressM).toBeCloseTo(55_000, -2);
        expect(course[99]?.progressM).toBeCloseTo(55_000 + 39 * 1_100, -3);
      }),
      { numRuns: 50 },
    );
  });

  test('out and back by the same road: the turn is taken, and the way home counts', () => {
    const way = wayOf([OUT, BACK]);
    const seen = Array.from({ length: 181 }, (_, i) => ({
      atS: i * 100,
      lat: 33 + (1 - Math.abs(1 - i / 90)),
    }));
    const course = follow(way, seen);
    for (const [i, progress] of course.entries()) {
      expect(Math.abs((progress?.progressM ?? 0) - (i / 90) * DEGREE_M)).toBeLessThan(1_300);
    }
    expect(course.at(-1)?.progressM).toBeGreaterThan(2 * DEGREE_M - 1_300);
  });
});

describe('a fix that is not where it was expected', () => {
  test('where nothing was heard of it before, the stop already reached tells which time it is', () => {
    const way = wayOf([OUT, BACK]);
    const seen = [{ atS: 3 * HOUR_S, lat: 33.54 }];
    expect(follow(way, seen)[0]?.progressM).toBeCloseTo(0.54 * DEGREE_M, -2);
    expect(follow(way, seen, DEGREE_M)[0]?.progressM).toBeCloseTo(1.46 * DEGREE_M, -2);
  });

  test('on a detour it holds, and joins again ahead', () => {
    const way = wayOf([OUT]);
    const onWay = Array.from({ length: 20 }, (_, i) => ({ atS: i * 60, lat: 33 + i * 0.01 }));
    const detour = Array.from({ length: 30 }, (_, i) => ({
      atS: 1_200 + i * 60,
      lat: 33.2 + i * 0.01,
      lng: 36.08,
    }));
    const again = [{ atS: 3_000, lat: 33.5 }];
    const course = follow(way, [...onWay, ...detour, ...again]);
    expect(course[45]?.progressM).toBe(course[19]?.progressM);
    expect(course.at(-1)?.progressM).toBeCloseTo(0.5 * DEGREE_M, -2);
  });

  test('before the departure, and from elsewhere, a fix says nothing of the way', () => {
    const way = wayOf([OUT]);
    expect(follow(way, [{ atS: -60, lat: 33.01 }])).toEqual([null]);
    expect(follow(way, [{ atS: 600, lat: 33.01, lng: 37 }])).toEqual([null]);
    expect(follow(way, [{ atS: 60, lat: 33.8 }])).toEqual([null]);
    expect(offWayM(way, { lat: 33.5, lng: 36.01 })).toBeCloseTo(927, -1);
  });

  test('a straight leg counts for the longer road it stands for, and for one that is far from it', () => {
    const way = wayOf([
      leg(
        [
          [33, 36],
          [34, 36],
        ],
        'straight',
        150_000,
      ),
      leg([
        [34, 36],
        [35, 36],
      ]),
    ]);
    expect(follow(way, [{ atS: 2 * HOUR_S, lat: 33.5, lng: 36.1 }])[0]?.progressM).toBeCloseTo(75_000, -2);
    expect(way.parts.map(({ approximate }) => approximate)).toEqual([true, false]);
    expect(way.stopsM).toEqual([150_000, 150_000 + DEGREE_M]);
  });

  test('the same legs give the same way, and changed ones another', () => {
    expect(wayOf([{ ...OUT }, { ...BACK }])).toBe(wayOf([OUT, BACK]));
    expect(wayOf([OUT])).not.toBe(wayOf([OUT, BACK]));
  });
});

describe('a convoy', () => {
  const heard = (progressM: number, atMs: number, isLive = true) => ({ progressM, atMs, isLive });
  const stops: WayStop[] = [
    { alongM: 100_000, haltMin: 60, arrivedAtMs: null, endedAtMs: null },
    { alongM: 160_000, haltMin: 30, arrivedAtMs: null, endedAtMs: null },
  ];
  const HOUR_MS = HOUR_S * 1000;
  const pace = { kmh: 50, legKmh: [], hours: 1, spread: 0.1 };

  test('is as far as its slowest with a fresh signal; stragglers are behind its middle', () => {
    expect(convoyProgressM([heard(60, 0), heard(40, 0), heard(10, 0, false)])).toBe(40);
    expect(convoyProgressM([heard(10, 0, false)])).toBe(10);
    expect(convoyProgressM([])).toBe(0);
    expect(spreadM([3, 9, 5])).toBe(6);
    expect(behindM([50, 48, 20])).toEqual([0, 0, 28]);
    expect(behindM([50, 20])).toEqual([0, 30]);
    expect(behindM([90, 48, 47])).toEqual([0, 0, 1]);
  });

  test('its pace is its own and what was known before; planned halts between are added', () => {
    // (40 + 50) km in (1 + 1) h: 45 km/h.
    const first = arrivalAt(stops, 0, 0, heard(40_000, HOUR_MS), pace);
    expect((first.earliest.getTime() + first.latest.getTime()) / 2).toBeCloseTo(
      HOUR_MS + (60 / 45) * HOUR_MS,
      -3,
    );
    expect(first.latest.getTime() - first.earliest.getTime()).toBeCloseTo(0.2 * (60 / 45) * HOUR_MS, -3);
    const last = arrivalAt(stops, 1, 0, heard(40_000, HOUR_MS), pace);
    expect(delayMin(last, new Date(HOUR_MS))).toBe(Math.round((120 / 45) * 60 + 60));
  });

  test('time at a stop does not slow its pace, and what is left of a halt is waited for', () => {
    const there = [{ ...stops[0], arrivedAtMs: 2 * HOUR_MS }, stops[1]] as WayStop[];
    const standing = arrivalAt(there, 1, 0, heard(100_000, 2.5 * HOUR_MS), pace);
    // (100 + 50) km in (2 + 1) h: 50 km/h; half the halt is over.
    expect(delayMin(standing, new Date(2.5 * HOUR_MS))).toBe(30 + 72);
  });

  test('the last to arrive is reckoned from its own last word', () => {
    const last = lastToArrive(
      stops,
      0,
      [heard(100_000, 2 * HOUR_MS), heard(84_000, 1.7 * HOUR_MS), heard(70_000, 2 * HOUR_MS)],
      pace,
    );
    expect(last?.progressM).toBe(70_000);
    expect(lastToArrive(stops, 0, [], pace)).toBeNull();
  });
});
