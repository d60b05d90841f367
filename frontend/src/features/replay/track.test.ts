import type { ReplayTrack } from '@qafila/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeTrack, joinTracks, placeAt, trailBefore } from './track.ts';

const FROM = '2026-10-14T06:00:00.000Z';
const FROM_S = Date.parse(FROM) / 1000;
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** [seconds after FROM, lat, lng] */
function track(...points: readonly (readonly [number, number, number])[]): ReplayTrack {
  const steps = (values: number[]) => values.map((value, i) => value - (values[i - 1] ?? 0));
  return {
    vehicleId: uuid(1),
    number: 1,
    convoyId: uuid(2),
    dtS: steps(points.map(([s]) => s)),
    dLat: steps(points.map(([, lat]) => Math.round(lat * 1e5))),
    dLng: steps(points.map(([, , lng]) => Math.round(lng * 1e5))),
  };
}

test('a track travels as differences and is read back as it was', () => {
  const { atS, lat, lng } = decodeTrack(track([0, 33.5, 36.3], [60, 33.51, 36.29]), FROM);
  expect(atS).toEqual([FROM_S, FROM_S + 60]);
  expect(lat.map((each) => each.toFixed(5))).toEqual(['33.50000', '33.51000']);
  expect(lng.map((each) => each.toFixed(5))).toEqual(['36.30000', '36.29000']);
});

test('between two fixes it is on the straight line, as far as the time', () => {
  const it = decodeTrack(track([0, 33, 36], [120, 33.02, 36]), FROM);
  expect(placeAt(it, FROM_S - 1)).toBeNull();
  const middle = placeAt(it, FROM_S + 60);
  expect(middle?.lat).toBeCloseTo(33.01, 6);
  expect(middle).toMatchObject({ seenAtS: FROM_S + 60, headingDeg: 0 });
  expect(middle?.speedMps).toBeCloseTo(18.5, 0);
});

test('where too long passes without a fix it stays where it was last seen, with the age of that', () => {
  const it = decodeTrack(track([0, 33, 36], [60, 33.01, 36], [4_000, 33.5, 36]), FROM);
  expect(placeAt(it, FROM_S + 2_000)).toMatchObject({ seenAtS: FROM_S + 60, headingDeg: 0, speedMps: null });
  expect(placeAt(it, FROM_S + 2_000)?.lat).toBeCloseTo(33.01, 6);
  expect(placeAt(it, FROM_S + 9_000)).toMatchObject({ seenAtS: FROM_S + 4_000 });
});

test('a vehicle that stands keeps the direction it came from', () => {
  const it = decodeTrack(track([0, 33, 36], [60, 33, 36.01], [120, 33, 36.01], [180, 33, 36.01]), FROM);
  expect(placeAt(it, FROM_S + 150)?.headingDeg).toBeCloseTo(90, 0);
});

test('parts that meet are one track, and their seam is taken once', () => {
  const first = decodeTrack(track([0, 33, 36], [60, 33.01, 36]), FROM);
  const second = decodeTrack(track([60, 33.01, 36], [120, 33.02, 36]), FROM);
  const [joined, ...others] = joinTracks([[first], [], [second]]);
  expect(others).toEqual([]);
  expect(joined?.atS).toEqual([FROM_S, FROM_S + 60, FROM_S + 120]);
  expect(joined && trailBefore(joined, FROM_S + 130, 71)).toHaveLength(2);
});

test('however a track is cut into parts, it is the same at every instant', () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 900 })), {
    minLength: 2,
    maxLength: 30,
  });
  fc.assert(
    fc.property(points, fc.array(fc.nat(29), { maxLength: 4 }), fc.nat(20_000), (steps, cuts, at) => {
      let s = 0;
      const all = steps.map(([dt, dLat]) => {
        s += dt;
        return [s, 33 + dLat / 1e5, 36] as const;
      });
      const ends = [...new Set([...cuts, all.length])]
        .filter((end) => end <= all.length)
        .sort((a, b) => a - b);
      const parts = ends.map((end, i) => [decodeTrack(track(...all.slice(ends[i - 1] ?? 0, end)), FROM)]);
      const [joined] = joinTracks(parts.filter(([part]) => (part?.atS.length ?? 0) > 0));
      const whole = decodeTrack(track(...all), FROM);
      expect(joined && placeAt(joined, FROM_S + at)).toEqual(placeAt(whole, FROM_S + at));
    }),
  );
});
