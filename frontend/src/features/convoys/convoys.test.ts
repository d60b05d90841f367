import {
  blockersOf,
  type FixTuple,
  READINESS,
  type ReadinessCheck,
  type ReadinessCode,
} from '@qafila/contract';
import { describe, expect, it } from 'vitest';
import {
  testAssociation,
  testConvoy,
  testItem,
  testLine,
  testStop,
  testVehicle,
} from '../../shared/testing/convoys.ts';
import { cargoByAssociation, loadingOfAll } from './cargo.ts';
import { convoyCommands, nextCommand, stopCommands } from './commands.ts';
import { delayOf } from './delay.ts';
import { wayProgress } from './progress.ts';
import { moveStopBy } from './stops-draft.ts';

const NOW = new Date('2026-10-15T06:00:00Z');

describe('the way of a convoy', () => {
  it('places stops by distance and counts only what was reached', () => {
    const stops = [
      testStop({ distanceM: 300_000, status: 'settled' }),
      testStop({ distanceM: 100_000, status: 'pending' }),
    ];
    const way = wayProgress(testConvoy({ stops }), [], NOW);
    expect(way.stops.map((stop) => stop.share)).toEqual([0.75, 1]);
    expect(way.reached).toBe(0.75);
  });

  it('spaces stops evenly where no distance is known', () => {
    const stops = [testStop({ distanceM: 0 }), testStop({ distanceM: 0 })];
    expect(wayProgress(testConvoy({ stops }), [], NOW)).toMatchObject({
      stops: [{ share: 0.5 }, { share: 1 }],
      reached: 0,
    });
  });

  it('does not count a skipped stop as reached', () => {
    expect(wayProgress(testConvoy({ stops: [testStop({ status: 'skipped' })] }), [], NOW).reached).toBe(0);
  });

  it('goes as far as the slowest vehicle that still has a signal', () => {
    const convoy = testConvoy({
      status: 'en_route',
      departedAt: '2026-10-15T02:00:00Z',
      stops: [testStop({ distanceM: 100_000 })],
      vehicles: [testVehicle({ number: 1 }), testVehicle({ number: 2 }), testVehicle({ number: 3 })],
    });
    const seen = (number: number, ageS: number, progressM: number): FixTuple => [
      number,
      NOW.getTime() / 1000 - ageS,
      33.5,
      36,
      null,
      null,
      null,
      progressM,
    ];
    const fixes = [seen(1, 5, 50_000), seen(2, 5, 25_000), seen(3, 7_200, 10_000), seen(9, 5, 5_000)];
    expect(wayProgress(convoy, fixes, NOW).reached).toBeCloseTo(0.25, 3);
    expect(wayProgress({ ...convoy, status: 'loading' }, fixes, NOW).reached).toBe(0);
  });
});

describe('the delay of a convoy', () => {
  const planned = { plannedDepartureAt: '2026-10-15T02:00:00Z' };

  it('is nothing for drafts and cancelled convoys', () => {
    const now = new Date('2026-10-16T00:00:00Z');
    expect(delayOf(testConvoy({ ...planned, status: 'draft' }), now, null)).toBeNull();
    expect(delayOf(testConvoy({ ...planned, status: 'cancelled' }), now, null)).toBeNull();
  });

  it('grows from the planned departure until the convoy leaves', () => {
    expect(delayOf(testConvoy(planned), new Date('2026-10-15T01:00:00Z'), null)?.minutes).toBe(0);
    expect(delayOf(testConvoy(planned), new Date('2026-10-15T02:40:00Z'), null)).toEqual({
      minutes: 40,
      of: 'convoy',
    });
  });

  it('is on the road what is expected at the end, however late it left', () => {
    const convoy = testConvoy({ ...planned, status: 'en_route', departedAt: '2026-10-15T02:30:00Z' });
    const now = new Date('2026-10-15T05:00:00Z');
    expect(delayOf(convoy, now, 154)).toEqual({ minutes: 154, of: 'convoy' });
    expect(delayOf(convoy, now, -10)).toEqual({ minutes: 0, of: 'convoy' });
    expect(delayOf(convoy, now, null)).toBeNull();
  });

  it('stays what it was at the last stop once the convoy has arrived', () => {
    const convoy = testConvoy({
      ...planned,
      status: 'settled',
      departedAt: '2026-10-15T02:00:00Z',
      stops: [
        testStop({
          status: 'settled',
          plannedArrivalAt: '2026-10-15T09:00:00Z',
          arrivedAt: '2026-10-15T09:25:00Z',
        }),
      ],
    });
    expect(delayOf(convoy, new Date('2026-12-01T00:00:00Z'), null)).toEqual({ minutes: 25, of: 'arrival' });
  });
});

describe('commands of a convoy', () => {
  const check = (code: ReadinessCode, done: boolean): ReadinessCheck => ({ code, done, count: 0, total: 1 });

  it('never offer arrival, which follows from the stops', () => {
    expect(convoyCommands('en_route')).toEqual(['hold']);
    expect(nextCommand('en_route')).toBeUndefined();
  });

  it('lead forward, not to a cancellation or back', () => {
    expect(nextCommand('draft')).toBe('plan');
    expect(nextCommand('planned')).toBe('load');
    expect(nextCommand('held')).toBe('resume');
    expect(nextCommand('arrived')).toBe('settle');
    expect(nextCommand('settled')).toBeUndefined();
  });

  it('wait for their own checks and those of the steps before', () => {
    const readiness = (Object.keys(READINESS) as ReadinessCode[]).map((code) => check(code, false));
    const codes = (command: 'plan' | 'load' | 'depart' | 'cancel') =>
      blockersOf(command, readiness).map((it) => it.code);
    expect(codes('plan')).toEqual(['has_stops', 'has_vehicles']);
    expect(codes('load')).toEqual(['has_stops', 'has_vehicles', 'has_cargo']);
    expect(codes('depart')).toContain('driver_on_each_vehicle');
    expect(codes('depart')).not.toContain('tracker_on_each_vehicle');
    expect(codes('cancel')).toEqual([]);
  });

  it('of a stop are open only on the road, and none arrives while held', () => {
    const stop = testStop();
    expect(stopCommands({ status: 'loading' }, stop)).toEqual([]);
    expect(stopCommands({ status: 'en_route' }, stop)).toEqual(['arrive', 'skip']);
    expect(stopCommands({ status: 'held' }, stop)).toEqual(['skip']);
    expect(stopCommands({ status: 'arrived' }, testStop({ status: 'arrived' }))).toEqual(['unload', 'skip']);
  });
});

describe('cargo', () => {
  it('adds up by association, the heaviest first, without what was left behind', () => {
    const light = testAssociation();
    const heavy = testAssociation();
    const item = testItem({ unitWeightG: 1_000 });
    const lines = [
      testLine({ association: light, item, quantity: 10 }),
      testLine({ association: heavy, item, quantity: 30 }),
      testLine({ association: heavy, item, quantity: 20, releasedQuantity: 5 }),
      testLine({ item, quantity: 7, releasedQuantity: 7 }),
    ];
    const cargo = cargoByAssociation(lines);
    expect(cargo.map((it) => [it.association.id, it.weightKg])).toEqual([
      [heavy.id, 45],
      [light.id, 10],
    ]);
    expect(cargo[0]?.items).toEqual([{ item, quantity: 45 }]);
  });

  it('loads only what still waits', () => {
    const waiting = testLine({ quantity: 100, loadedQuantity: 40 });
    const lines = [waiting, testLine({ quantity: 50, loadedQuantity: 50 })];
    expect(loadingOfAll(lines)).toEqual([{ lineId: waiting.id, quantity: 60 }]);
  });
});

describe('stops being ordered', () => {
  it('swap with their neighbour and stay within the list', () => {
    expect(moveStopBy(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moveStopBy(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moveStopBy(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moveStopBy(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
