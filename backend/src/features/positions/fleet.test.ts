import { type Fix, pointAlong } from '@qafila/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFleet } from './fleet.ts';

const ROAD = [
  [33.51, 36.29],
  [34.72, 36.72],
] as const;
const TRUCK = 7;

function fixAt(recordedAtS: number, place?: { lat: number; lng: number }): Fix {
  const { lat, lng } = place ?? pointAlong(ROAD, recordedAtS * 15);
  return {
    recordedAtMs: recordedAtS * 1000,
    lat,
    lng,
    speedMps: 15,
    headingDeg: null,
    altitudeM: null,
    accuracyM: null,
    batteryPct: null,
  };
}
const FAR = { lat: 31, lng: 31 };

function follow(fleet: ReturnType<typeof createFleet>, ...fixes: Fix[]): number[] {
  return fixes.map((fix) => {
    fleet.judge([{ vehicleNumber: TRUCK, fix, flags: 0 }]).keep();
    return (fleet.newest(TRUCK)?.recordedAtMs ?? 0) / 1000;
  });
}

test('late fixes never move the marker back', () => {
  expect(follow(createFleet(), fixAt(30), fixAt(10), fixAt(40), fixAt(20))).toEqual([30, 30, 40, 40]);
});

test('the marker is the newest good fix whatever the order they came in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), (seconds) => {
      const fleet = createFleet();
      follow(fleet, ...seconds.map((second) => fixAt(second)));
      expect(fleet.newest(TRUCK)?.recordedAtMs).toBe(Math.max(...seconds) * 1000);
    }),
  );
});

test('a jump is not believed until three fixes agree, and repeating one does not count', () => {
  const fleet = createFleet();
  expect(follow(fleet, fixAt(10), fixAt(20, FAR), fixAt(20, FAR), fixAt(20, FAR), fixAt(30))).toEqual([
    10, 10, 10, 10, 30,
  ]);
  expect(follow(fleet, fixAt(40, FAR), fixAt(50, FAR), fixAt(60, FAR))).toEqual([30, 30, 60]);
});

test('after a bad first fix the third good one is believed', () => {
  expect(follow(createFleet(), fixAt(5, FAR), fixAt(10), fixAt(20), fixAt(30))).toEqual([5, 5, 5, 30]);
});

test('flagged fixes move nothing', () => {
  const fleet = createFleet();
  fleet.judge([{ vehicleNumber: TRUCK, fix: fixAt(10), flags: 1 }]).keep();
  expect(fleet.newest(TRUCK)).toBeUndefined();
});

test('a judgement changes nothing until it is kept, and tells only of who moved', () => {
  const fleet = createFleet();
  fleet.load([[TRUCK, fixAt(10)]]);
  const judgement = fleet.judge([
    { vehicleNumber: TRUCK, fix: fixAt(20), flags: 0 },
    { vehicleNumber: TRUCK, fix: fixAt(30), flags: 0 },
    { vehicleNumber: 8, fix: fixAt(5), flags: 0 },
  ]);
  expect(fleet.newest(TRUCK)?.recordedAtMs).toBe(10_000);
  judgement.keep();
  expect(fleet.newest(TRUCK)?.recordedAtMs).toBe(30_000);
  expect([...judgement.moved.keys()]).toEqual([TRUCK, 8]);
  expect(fleet.judge([{ vehicleNumber: TRUCK, fix: fixAt(30), flags: 0 }]).moved.size).toBe(0);
});

test('what is a jump depends on what the vehicle can do', () => {
  const far = { lat: 35, lng: 36.3 };
  expect(
    follow(
      createFleet(() => 6_000),
      fixAt(5),
      fixAt(65, far),
    ),
  ).toEqual([5, 65]);
  expect(
    follow(
      createFleet(() => 40),
      fixAt(5),
      fixAt(65, far),
    ),
  ).toEqual([5, 5]);
});
