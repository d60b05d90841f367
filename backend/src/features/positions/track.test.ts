import { pointAlong } from '@qafila/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plausibleTrack, type TrackFix } from './track.ts';

const ROAD = [
  [33.51, 36.29],
  [34.72, 36.72],
  [34.88, 35.88],
] as const;

const drive = (count: number, everyS = 60): TrackFix[] =>
  Array.from({ length: count }, (_, index) => {
    const { lat, lng } = pointAlong(ROAD, index * everyS * 15);
    return { recordedAtMs: index * everyS * 1000, lat, lng, speedMps: 15 };
  });
const elsewhere = (recordedAtMs: number): TrackFix => ({ recordedAtMs, lat: 31, lng: 31, speedMps: null });

test('any order and any repetition of the same fixes gives the same track', () => {
  const fixes = fc.uniqueArray(
    fc.record({
      recordedAtMs: fc.integer({ min: 0, max: 600 }).map((n) => n * 10_000),
      lat: fc.double({ min: 33, max: 36, noNaN: true }),
      lng: fc.double({ min: 35, max: 38, noNaN: true }),
      speedMps: fc.constant(null),
    }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(fixes, fc.infiniteStream(fc.nat()), (some, numbers) => {
      const draw = () => numbers.next().value as number;
      const twice = [...some, ...some.filter(() => draw() % 2 === 0)];
      const shuffled = twice
        .map((fix) => ({ fix, rank: draw() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ fix }) => fix);
      expect(plausibleTrack(shuffled)).toEqual(plausibleTrack(some));
    }),
  );
});

test('500 fixes in reverse order come out in the order they were driven', () => {
  const driven = drive(500, 10);
  expect(plausibleTrack(driven.toReversed())).toEqual(driven);
});

test('400 km in ten seconds is left out, whether alone or twice', () => {
  const driven = drive(20);
  expect(plausibleTrack([...driven, elsewhere(301_000)])).toEqual(driven);
  expect(plausibleTrack([...driven, elsewhere(301_000), elsewhere(311_000)])).toEqual(driven);
});

test('after a bad first fix the third good one brings all three in, and the bad one goes', () => {
  const driven = drive(3, 10).map((fix) => ({ ...fix, recordedAtMs: fix.recordedAtMs + 1_000 }));
  const bad = elsewhere(0);
  expect(plausibleTrack([bad, ...driven.slice(0, 2)])).toEqual([bad]);
  expect(plausibleTrack([bad, ...driven])).toEqual(driven);
});
