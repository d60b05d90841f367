import { type Convoy, distanceM, lineLengthM } from '@qafila/contract';
import { expect, test } from 'vitest';
import { beginningM, drive, limitM, osmAndQuery, roadAhead } from './driving.ts';

const LEG_1: [number, number][] = [
  [33.5, 36.3],
  [33.9, 36.6],
];
const LEG_2: [number, number][] = [
  [33.9, 36.6],
  [34.7, 36.7],
];

function stopsAt(...statuses: string[]): Pick<Convoy, 'stops'> {
  const stops = statuses.map((status, index) => ({ status, route: index === 0 ? LEG_1 : LEG_2 }));
  return { stops } as unknown as Pick<Convoy, 'stops'>;
}

function road(...statuses: string[]) {
  const ahead = roadAhead(stopsAt(...statuses));
  if (!ahead) throw new Error('no road');
  return ahead;
}

test('the road leads over the stops that are left and halts shortly before the next', () => {
  expect(lineLengthM(road('pending', 'pending').line)).toBeCloseTo(
    lineLengthM(LEG_1) + lineLengthM(LEG_2),
    3,
  );
  expect(road('pending', 'pending').haltM).toBeCloseTo(lineLengthM(LEG_1) - 400, 3);
  expect(road('arrived', 'pending').haltM).toBeCloseTo(lineLengthM(LEG_1), 3);
  expect(road('settled', 'pending').haltM).toBeCloseTo(lineLengthM(LEG_2) - 400, 3);
  expect(roadAhead(stopsAt('settled', 'skipped'))).toBeUndefined();
});

test('vehicles follow each other in file, halt in time, and never go back or faster than a truck', () => {
  const ahead = road('pending');
  const progress = [0, 1, 2].map((place) => beginningM(ahead, undefined, place));
  expect(progress).toEqual([-0, -400, -800]);
  for (let step = 0; step < 2_000; step++) {
    let beforeM: number | undefined;
    for (const [place, fromM] of progress.entries()) {
      const after = drive(fromM, limitM(ahead, beforeM), 60 / 3.6, 5);
      expect(after.progressM).toBeGreaterThanOrEqual(fromM);
      expect(after.speedMps).toBeLessThan(20);
      progress[place] = after.progressM;
      beforeM = after.progressM;
    }
  }
  expect(progress[0]).toBeCloseTo(ahead.haltM, -1);
  expect((progress[0] ?? 0) - (progress[2] ?? 0)).toBeGreaterThan(500);
});

test('a vehicle goes on from where it was last seen', () => {
  const ahead = road('pending', 'pending');
  const progressM = beginningM(ahead, { lat: 34.3, lng: 36.65 }, 2);
  const query = new URLSearchParams(osmAndQuery('demo-1', ahead, { progressM, speedMps: 10 }, new Date(0)));
  const at = { lat: Number(query.get('lat')), lng: Number(query.get('lon')) };
  expect(distanceM(at, { lat: 34.3, lng: 36.65 })).toBeLessThan(500);
  expect(query.get('speed')).toBe('19.4');
});
