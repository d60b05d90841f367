import { FIX_FLAGS } from '@qafila/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, fixAt, LEG_M, tripOf } from '../testing.ts';
import type { Episode } from './episode.ts';
import { episodesOf } from './episodes.ts';
import { step } from './step.ts';
import type { Trip } from './trip.ts';
import { type FoldFix, UNSEEN, type VehicleState } from './vehicle-state.ts';

function fold(trip: Trip, fixes: readonly FoldFix[]): VehicleState {
  const vehicle = trip.vehicles[0] ?? { plausibleSpeedMps: 55.6 };
  return fixes.reduce((state, fix) => step(state, fix, trip, vehicle), UNSEEN);
}

/** What there is to tell of the first vehicles, one for each list of fixes. */
function told(trip: Trip, nowMin: number, ...fixes: FoldFix[][]): Episode[] {
  const seen = fixes.map((of, i) => ({ id: trip.vehicles[i]?.id ?? '', state: fold(trip, of) }));
  return episodesOf(trip, seen, at(nowMin));
}

function ofKind(episodes: readonly Episode[], kind: Episode['kind']) {
  return episodes
    .filter((it) => it.kind === kind)
    .map(({ beganAtMs, endedAtMs }) => [minute(beganAtMs), endedAtMs === null ? null : minute(endedAtMs)]);
}

const minute = (ms: number): number => Math.round(((ms - at(0)) / 60_000) * 10) / 10;

/** A fix each half minute from one minute to another, as the function places it. */
function every(fromMin: number, toMin: number, placed: (minute: number) => FoldFix): FoldFix[] {
  return Array.from({ length: (toMin - fromMin) * 2 + 1 }, (_, i) => placed(fromMin + i / 2));
}

/** At 54 km/h from the origin. */
const driving = (from: number, to: number, changes: Parameters<typeof fixAt>[2] = {}): FoldFix[] =>
  every(from, to, (m) => fixAt(m, m * 900, changes));

describe('a stop’s geofence', () => {
  const trip = tripOf();

  test('an arrival is told once a vehicle has stayed, from when it came', () => {
    const there = [...driving(0, 49), ...every(49.5, 60, (m) => fixAt(m, LEG_M))];
    expect(ofKind(told(trip, 60, there), 'arrived')).toEqual([[49, null]]);
    expect(ofKind(told(trip, 50.5, there.slice(0, 102)), 'arrived')).toEqual([]);
  });

  test('passing by is no arrival', () => {
    expect(ofKind(told(trip, 70, driving(0, 70)), 'arrived')).toEqual([]);
  });

  test('noise about the border is one arrival and no departure', () => {
    const noise = fc.array(fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 })), {
      minLength: 200,
      maxLength: 200,
    });
    fc.assert(
      fc.property(noise, (wander) => {
        const fixes = wander.map(([north, east], i) =>
          fixAt(50 + i / 2, LEG_M - 490 + north, { offM: east }),
        );
        const arrivals = told(trip, 151, fixes).filter(({ kind }) => kind === 'arrived');
        expect(arrivals.length).toBeLessThanOrEqual(1);
        expect(fold(trip, fixes).visits).toEqual([]);
      }),
    );
  });

  test('it ends when the arrival is entered, and one convoy tells of it once', () => {
    const two = tripOf({}, 2);
    const first = every(48, 60, (m) => fixAt(m, LEG_M));
    const second = every(52, 60, (m) => fixAt(m, LEG_M + 100));
    expect(ofKind(told(two, 60, first, second), 'arrived')).toEqual([[48, null]]);
    const stops = two.stops.map((stop, i) => (i === 0 ? { ...stop, arrivedAtMs: at(48) } : stop));
    expect(ofKind(told({ ...two, stops }, 60, first, second), 'arrived')).toEqual([[48, 48]]);
  });

  test('who is gone before the departure was entered, or before a stop is settled, has left', () => {
    const loading = tripOf({ departedAtMs: null, status: 'loading' });
    const gone = [...every(-30, 0, (m) => fixAt(m, 0)), ...driving(0.5, 20)];
    const left = told(loading, 20, gone).filter(({ kind }) => kind === 'left');
    expect(left).toMatchObject([{ stopId: null, endedAtMs: null, cause: 'origin' }]);
    expect(ofKind(told(tripOf({ departedAtMs: at(10) }), 20, gone), 'left')).toEqual([[1, 10]]);
    const stops = trip.stops.map((stop, i) => (i === 0 ? { ...stop, arrivedAtMs: at(50) } : stop));
    const on = [
      ...every(49, 60, (m) => fixAt(m, LEG_M)),
      ...every(60.5, 70, (m) => fixAt(m, LEG_M + (m - 60) * 900)),
    ];
    expect(ofKind(told({ ...trip, stops }, 70, on), 'left')).toEqual([[61, null]]);
  });
});

describe('on the road', () => {
  const trip = tripOf();

  test('off the route for long enough is told, with how far; back on it, it is over', () => {
    const detour = [...driving(0, 10), ...driving(10.5, 20, { offM: 1_500 }), ...driving(20.5, 30)];
    expect(ofKind(told(trip, 30, detour), 'off_route')).toEqual([[10.5, 20.5]]);
    expect(told(trip, 15, detour.slice(0, 31))).toMatchObject([
      { kind: 'off_route', values: { distanceM: 1_500 } },
    ]);
    expect(
      ofKind(
        told(trip, 30, [...driving(0, 10), ...driving(10.5, 12.5, { offM: 1_500 }), ...driving(13, 30)]),
        'off_route',
      ),
    ).toEqual([]);
  });

  test('hovering about the border is one episode', () => {
    const hovering = every(5, 30, (m) => fixAt(m, m * 900, { offM: m % 1 === 0 ? 1_050 : 950 }));
    const far = every(2, 4.5, (m) => fixAt(m, m * 900, { offM: 1_200 }));
    const steady = every(5.5, 9, (m) => fixAt(m, m * 900, { offM: 1_200 }));
    const episodes = told(trip, 30, [
      ...driving(0, 1.5),
      ...far,
      ...steady,
      ...hovering.filter((it) => it.atMs > at(9)),
    ]);
    expect(ofKind(episodes, 'off_route')).toEqual([[2, null]]);
  });

  test('a guess of a route is not one to be off', () => {
    const guessed = { ...trip.way, parts: trip.way.parts.map((part) => ({ ...part, approximate: true })) };
    const away = [...driving(0, 5), ...driving(5.5, 30, { offM: 6_000 })];
    expect(ofKind(told({ ...trip, way: guessed }, 30, away), 'off_route')).toEqual([]);
    expect(ofKind(told(trip, 30, away), 'off_route')).toEqual([[5.5, null]]);
  });

  test('a halt outside the stops is told, and not where the convoy is held', () => {
    const halted = [
      ...driving(0, 10),
      ...every(10.5, 45, (m) => fixAt(m, 9_000 + (m % 2) * 30)),
      ...every(45.5, 50, (m) => fixAt(m, 9_000 + (m - 45) * 900)),
    ];
    expect(ofKind(told(trip, 50, halted), 'unplanned_halt')).toEqual([[10, 45.5]]);
    expect(ofKind(told({ ...trip, holds: [[at(12), at(40)]] }, 50, halted), 'unplanned_halt')).toEqual([]);
    expect(ofKind(told({ ...trip, holds: [[at(12), at(20)]] }, 50, halted), 'unplanned_halt')).toEqual([
      [20, 45.5],
    ]);
    expect(
      ofKind(
        told(trip, 90, [...driving(0, 49), ...every(49.5, 90, (m) => fixAt(m, LEG_M))]),
        'unplanned_halt',
      ),
    ).toEqual([]);
  });
});

describe('of a vehicle', () => {
  const trip = tripOf();

  test('silence is told by the clock, and by the gap when it is over; late fixes fill it', () => {
    const before = driving(0, 10);
    expect(ofKind(told(trip, 24, before), 'silent')).toEqual([]);
    expect(ofKind(told(trip, 26, before), 'silent')).toEqual([[10, null]]);
    expect(ofKind(told(trip, 41, [...before, ...driving(40, 41)]), 'silent')).toEqual([[10, 40]]);
    expect(ofKind(told(trip, 41, [...before, ...driving(10.5, 41)]), 'silent')).toEqual([]);
    expect(ofKind(told(trip, 20, []), 'silent')).toEqual([[0, null]]);
  });

  test('what was last seen of a vehicle ends where its silence begins', () => {
    const away = [...driving(0, 5), ...driving(5.5, 20, { offM: 1_500 })];
    expect(ofKind(told(trip, 25, away), 'off_route')).toEqual([[5.5, null]]);
    expect(ofKind(told(trip, 40, away), 'off_route')).toEqual([[5.5, 20]]);
  });

  test('a battery is low until it has been charged by a little more', () => {
    const levels = [30, 21, 20, 22, 19, 24, 20, 25, 20].map((batteryPct, i) =>
      fixAt(i, i * 900, { batteryPct }),
    );
    const low = told(trip, 8, levels).filter(({ kind }) => kind === 'low_battery');
    expect(ofKind(low, 'low_battery')).toEqual([
      [2, 7],
      [8, null],
    ]);
    expect(low[1]?.values).toEqual({ batteryPct: 20 });
  });

  test('places that cannot be are told when they come in a run; one is let pass, and agreeing ones are believed', () => {
    const jump = (m: number, north: number) => fixAt(m, m * 900 + north);
    const one = [...driving(0, 5), jump(5.5, 400_000), ...driving(6, 10)];
    expect(ofKind(told(trip, 10, one), 'implausible_position')).toEqual([]);
    const run = [...driving(0, 5), jump(5.5, 400_000), jump(6, -300_000), jump(6.5, 500_000), jump(7, 0)];
    expect(ofKind(told(trip, 7, run), 'implausible_position')).toEqual([[5.5, 7]]);
    const agreeing = [...driving(0, 5), ...every(5.5, 7, (m) => jump(m, 60_000))];
    expect(ofKind(told(trip, 7, agreeing), 'implausible_position')).toEqual([]);
    const nowhere = every(5.5, 8, (m) => ({ ...fixAt(m, 0), lat: 0, lng: 0, flags: FIX_FLAGS.nullIsland }));
    expect(ofKind(told(trip, 8, [...driving(0, 5), ...nowhere]), 'implausible_position')).toEqual([
      [5.5, null],
    ]);
  });

  test('after the last arrival the road tells nothing more', () => {
    const done = tripOf({ arrivedAtMs: at(20), status: 'arrived' });
    const away = [...driving(0, 5), ...driving(5.5, 60, { offM: 1_500, batteryPct: 5 })];
    const episodes = told(done, 120, away);
    expect(ofKind(episodes, 'off_route')).toEqual([[5.5, 20]]);
    expect(ofKind(episodes, 'silent')).toEqual([]);
    expect(ofKind(episodes, 'low_battery').every(([, ended]) => ended !== null)).toBe(true);
  });
});

describe('a convoy', () => {
  test('that should have left is late from the plan on, and no longer when it leaves', () => {
    const waiting = tripOf({ departedAtMs: null, status: 'loading' });
    expect(ofKind(told(waiting, 14), 'late_departure')).toEqual([]);
    expect(ofKind(told(waiting, 16), 'late_departure')).toEqual([[0, null]]);
    const left = tripOf({ plannedDepartureAtMs: at(-40) });
    expect(ofKind(told(left, 1), 'late_departure')).toEqual([[-40, 0]]);
  });

  test('that is expected late is told so until it catches up or arrives', () => {
    const trip = tripOf();
    const crawling = every(0, 60, (m) => fixAt(m, m * 200));
    const late = told(trip, 60, crawling).filter(({ kind }) => kind === 'late_arrival');
    expect(late).toMatchObject([{ stopId: 'stop-1', endedAtMs: null }]);
    expect(late[0]?.values['lateMin']).toBeGreaterThan(30);
    expect(ofKind(told(trip, 45, driving(0, 45)), 'late_arrival')).toEqual([]);
    const stops = trip.stops.map((stop) => ({ ...stop, arrivedAtMs: at(58), endedAtMs: at(58) }));
    const reached = told({ ...trip, stops, arrivedAtMs: at(58), status: 'arrived' }, 100, crawling);
    expect(ofKind(reached, 'late_arrival').every(([, ended]) => ended !== null)).toBe(true);
  });

  test('with nobody in sight is late by the clock alone', () => {
    expect(ofKind(told(tripOf(), 200), 'late_arrival')).toEqual([[125, null]]);
  });

  test('leaves stragglers behind, and takes them up again', () => {
    const trip = tripOf({}, 3);
    const slow = [
      ...every(0, 30, (m) => fixAt(m, m * 300)),
      ...every(30.5, 55, (m) => fixAt(m, 9_000 + (m - 30) * 1_500)),
    ];
    const episodes = told(trip, 55, driving(0, 55), driving(0, 55), slow);
    expect(ofKind(episodes, 'straggler')).toEqual([[20, 50]]);
    expect(episodes.find(({ kind }) => kind === 'straggler')).toMatchObject({ convoyVehicleId: 'vehicle-3' });
  });
});
