import { pointAlong } from '@qafila/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TrackFix } from '../positions/index.ts';
import { movementOf, USUAL } from './movement.ts';

/** Damascus, Homs, Lattakia: 330 km. */
const ROAD = [
  [33.51, 36.29],
  [34.72, 36.72],
  [34.88, 35.88],
  [35.53, 35.79],
] as const;

type Step = { roadM: number; forS: number };
/** Drives a road at 20 m/s and stands where it is told to, with a fix every ten seconds. */
function journey(steps: readonly Step[], wanderM: (n: number) => number = () => 0, everyS = 10): TrackFix[] {
  const fixes: TrackFix[] = [];
  let atS = 0;
  let roadM = 0;
  const report = (speedMps: number): void => {
    const { lat, lng } = pointAlong(ROAD, roadM);
    const wander = wanderM(fixes.length) / 111_195;
    fixes.push({ recordedAtMs: atS * 1000, lat: lat + wander, lng, speedMps });
    atS += everyS;
  };
  for (const { roadM: until, forS } of steps) {
    for (; roadM < until; roadM += 20 * everyS) report(20);
    for (const end = atS + forS; atS < end; ) report(0);
  }
  return fixes;
}

/** The same every time, between −1 and 1. */
const noise = (n: number): number => Math.sin(n * 12.9898) * Math.cos(n * 78.233);

describe('a vehicle that stands', () => {
  test('drives nowhere, however its place wanders', () => {
    const parked = journey([{ roadM: 0, forS: 10_800 }], (n) => 70 * noise(n));
    const moved = movementOf(parked);
    expect(moved.distanceM).toBe(0);
    expect(moved.trips).toEqual([]);
    expect(moved.halts).toHaveLength(1);
    expect(moved.haltedS).toBe(10_790);
  });

  test('has not left when its receiver is wrong for a minute', () => {
    const parked = journey([{ roadM: 0, forS: 3_600 }], (n) => (n >= 100 && n < 106 ? 300 : 0));
    const moved = movementOf(parked);
    expect([moved.distanceM, moved.halts.length, moved.haltedS]).toEqual([0, 1, 3_590]);
  });
});

describe('a vehicle on the way', () => {
  const driven = journey([
    { roadM: 50_000, forS: 1_200 },
    { roadM: 120_000, forS: 120 },
    { roadM: 150_000, forS: 0 },
  ]);

  test('makes a trip up to each halt, and a wait in traffic is none', () => {
    const moved = movementOf(driven);
    expect(moved.trips.map(({ distanceM }) => Math.round(distanceM / 1000))).toEqual([50, 100]);
    expect(moved.halts).toHaveLength(1);
    const [halt] = moved.halts;
    expect(halt && pointAlong(ROAD, 50_000).lat).toBeCloseTo(halt?.place.lat ?? 0, 2);
    expect(Math.abs(moved.haltedS - 1_200)).toBeLessThanOrEqual(20);
    expect(moved.trips.map(({ maxSpeedMps }) => maxSpeedMps)).toEqual([20, 20]);
  });

  test('is measured within two per cent though its place wanders', () => {
    const wandering = journey([{ roadM: 150_000, forS: 0 }], (n) => 15 * noise(n));
    expect(movementOf(wandering).distanceM / 150_000).toBeCloseTo(1, 1);
    expect(Math.abs(movementOf(wandering).distanceM - 150_000)).toBeLessThan(3_000);
  });

  test('fixes a minute apart tell the same journey', () => {
    const sparse = movementOf(driven.filter((_fix, index) => index % 6 === 0));
    expect(sparse.halts).toHaveLength(1);
    expect(Math.abs(sparse.distanceM - movementOf(driven).distanceM)).toBeLessThan(2_000);
  });
});

test('what happened while nothing was heard is unknown, not moving', () => {
  const before = journey([{ roadM: 30_000, forS: 600 }]);
  const awayS = USUAL.unknownAfterS + 600;
  const last = before.at(-1)?.recordedAtMs ?? 0;
  const there = pointAlong(ROAD, 60_000);
  const after = Array.from({ length: 60 }, (_, n) => ({
    recordedAtMs: last + (awayS + n * 10) * 1000,
    lat: there.lat,
    lng: there.lng,
    speedMps: 0,
  }));
  const moved = movementOf([...before, ...after]);
  expect(moved.unknownS).toBe(awayS);
  expect(moved.halts).toHaveLength(2);
  expect(moved.movingS).toBeLessThan(1_700);
  expect(Math.round(moved.distanceM / 1000)).toBe(60);
});

test('one fix, or none, is no journey', () => {
  expect(movementOf([])).toMatchObject({ first: null, fixCount: 0, trips: [], halts: [] });
  expect(movementOf(journey([{ roadM: 0, forS: 10 }]))).toMatchObject({
    fixCount: 1,
    distanceM: 0,
    halts: [],
  });
});

test('every second between the first fix and the last is moving, halted or unknown, and of one kind', () => {
  const walks = fc.array(
    fc.record({
      waitS: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 4_000 })),
      northM: fc.oneof(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -3_000, max: 3_000 })),
    }),
    { maxLength: 120 },
  );
  fc.assert(
    fc.property(walks, (walk) => {
      let [atS, northM] = [0, 0];
      const track = walk.map((step): TrackFix => {
        atS += step.waitS;
        northM += step.northM;
        return { recordedAtMs: atS * 1000, lat: 34 + northM / 111_195, lng: 36, speedMps: null };
      });
      const moved = movementOf(track);
      const [first, last] = [track[0], track.at(-1)];
      const wholeS = first && last ? (last.recordedAtMs - first.recordedAtMs) / 1000 : 0;
      expect(moved.movingS + moved.haltedS + moved.unknownS).toBeCloseTo(wholeS, 6);
      expect(moved.fixCount).toBe(track.length);
      for (const { from, to } of moved.halts) {
        expect(to.recordedAtMs - from.recordedAtMs).toBeGreaterThanOrEqual(USUAL.haltS * 1000);
      }
    }),
  );
});
