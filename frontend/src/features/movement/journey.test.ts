import type { Halt, Trip } from '@qafila/contract';
import { expect, test } from 'vitest';
import { journeyOf } from './journey.ts';

const place = { lat: 34, lng: 36 };
const at = (hour: string) => `2026-10-14T${hour}:00.000Z`;
const trip = (from: string, to: string): Trip => ({
  from: { at: at(from), place, site: null },
  to: { at: at(to), place, site: null },
  distanceM: 40_000,
  movingS: 3_600,
  maxSpeedMps: null,
});
const halt = (from: string): Halt => ({ at: at(from), place, durationS: 600, site: null });

test('trips and halts take their turns as they happened', () => {
  const parts = journeyOf({
    trips: [trip('06:00', '07:00'), trip('07:10', '08:00')],
    halts: [halt('08:00'), halt('07:00')],
  });
  expect(parts.map(({ kind, at: from }) => `${kind} ${from.slice(11, 16)}`)).toEqual([
    'trip 06:00',
    'halt 07:00',
    'trip 07:10',
    'halt 08:00',
  ]);
});
