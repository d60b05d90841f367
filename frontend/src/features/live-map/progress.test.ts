import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConvoyProgress, follow } from './progress.ts';
import { convoy, DEPARTED, fixAt, fixesOf, minutesLater, stop, vehicle } from './testing.ts';
import { snapToWay, wayOf } from './way.ts';

const KM = 1000;

test('a convoy is as far as its slowest vehicle that still has a signal', () => {
  const now = minutesLater(60);
  const fixes = fixesOf(fixAt(1, now, 60 * KM), fixAt(2, now, 40 * KM));
  expect(follow(undefined, convoy(), fixes, now).progressM).toBeCloseTo(40 * KM, -2);
  const silent = fixesOf(fixAt(1, now, 60 * KM), fixAt(2, minutesLater(20), 10 * KM));
  expect(follow(undefined, convoy(), silent, now).progressM).toBeCloseTo(60 * KM, -2);
});

test('progress never runs backwards, whatever the vehicles report in whatever order', () => {
  const report = fc.record({
    number: fc.constantFrom(1, 2),
    minute: fc.integer({ min: 0, max: 300 }),
    km: fc.integer({ min: 0, max: 222 }),
  });
  fc.assert(
    fc.property(fc.array(report, { minLength: 2, maxLength: 30 }), (reports) => {
      const known = new Map<number, ReturnType<typeof fixAt>>();
      let before: ConvoyProgress | undefined;
      for (const { number, minute, km } of reports) {
        known.set(number, fixAt(number, minutesLater(minute), km * KM));
        const next = follow(before, convoy(), new Map(known), minutesLater(minute));
        expect(next.progressM).toBeGreaterThanOrEqual(before?.progressM ?? 0);
        for (const [of, { progressM }] of before?.vehicles ?? [])
          expect(next.vehicles.get(of)?.progressM).toBeGreaterThanOrEqual(progressM);
        expect(next.progressM).toBeLessThanOrEqual(next.way.lengthM);
        before = next;
      }
    }),
  );
});

test('a vehicle cannot have come further than it can have driven', () => {
  const now = minutesLater(10);
  const { progressM } = follow(undefined, convoy(), fixesOf(fixAt(1, now, 200 * KM)), now);
  expect(progressM).toBeLessThan(25 * KM);
});

test('fixes from before the departure, and from far away, say nothing of the way', () => {
  const now = minutesLater(30);
  const early = fixAt(1, new Date(DEPARTED.getTime() - 60_000), 50 * KM);
  expect(follow(undefined, convoy(), fixesOf(early), now).vehicles.size).toBe(0);
  const away = fixesOf([1, now.getTime() / 1000, 33.3, 40, 15, 0, 80, null]);
  expect(follow(undefined, convoy(), away, now).vehicles.size).toBe(0);
});

test('where the road comes back the same way, the stop already reached tells which time it is', () => {
  const out = stop(1, {
    route: [
      [33, 36],
      [34, 36],
    ],
    distanceM: 111_195,
  });
  const back = stop(2, {
    route: [
      [34, 36],
      [33, 36],
    ],
    distanceM: 111_195,
  });
  const now = minutesLater(180);
  const fixes = fixesOf(fixAt(1, now, 60 * KM));
  const going = convoy({ stops: [out, back], vehicles: [vehicle(1)] });
  expect(follow(undefined, going, fixes, now).progressM).toBeCloseTo(60 * KM, -3);
  const arrived = { ...out, status: 'settled' as const };
  const returning = convoy({ stops: [arrived, back], vehicles: [vehicle(1)] });
  expect(follow(undefined, returning, fixes, now).progressM).toBeCloseTo(162 * KM, -3);
});

test('before it departs a convoy is at its start, and when it has arrived at its end', () => {
  const fixes = fixesOf(fixAt(1, minutesLater(5), 3 * KM));
  const waiting = convoy({ status: 'loading', departedAt: null });
  expect(follow(undefined, waiting, fixes, minutesLater(5)).progressM).toBe(0);
  const there = follow(undefined, convoy({ arrivedAt: DEPARTED.toISOString() }), fixes, minutesLater(5));
  expect(there.progressM).toBe(there.way.lengthM);
});

test('a straight leg counts for the longer road it stands for', () => {
  const way = wayOf([stop(1, { routeKind: 'straight', distanceM: 150_000 }), stop(2)]);
  const { route } = stop(1);
  const [from, to] = route as [[number, number], [number, number]];
  const halfway = { lat: (from[0] + to[0]) / 2, lng: 36 };
  const snapped = snapToWay(way, halfway, { fromM: 0, toM: way.lengthM, afterM: 0 });
  expect(snapped).toBeCloseTo(75_000, -2);
  expect(way.parts.map(({ approximate }) => approximate)).toEqual([true, false]);
});

test('the same legs give the same way, and changed ones another', () => {
  const stops = [stop(1), stop(2)];
  expect(wayOf(stops.map((it) => ({ ...it })))).toBe(wayOf(stops));
  expect(wayOf([...stops, stop(2)])).not.toBe(wayOf(stops));
});
