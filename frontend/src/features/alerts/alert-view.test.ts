import type { Alert, AlertKind } from '@qafila/contract';
import { expect, test } from 'vitest';
import { changesSince, incidentsOf, waiting } from './alert-view.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function alert(n: number, kind: AlertKind, changes: Partial<Alert> = {}): Alert {
  const at = new Date(Date.UTC(2026, 9, 14, 10, n)).toISOString();
  return {
    id: uuid(n),
    campaignId: uuid(100),
    convoy: { id: uuid(200 + n), code: `QF-2026-00${n}` },
    kind,
    status: 'raised',
    vehicle: null,
    stop: null,
    hazardId: null,
    beganAt: at,
    endedAt: null,
    raisedAt: at,
    at: null,
    values: {},
    said: '',
    acknowledged: null,
    cleared: null,
    ...changes,
  };
}

test('what waits for a person comes gravest first, then newest', () => {
  const alerts = [
    alert(1, 'low_battery'),
    alert(2, 'silent'),
    alert(3, 'sos', { status: 'acknowledged' }),
    alert(4, 'off_route'),
    alert(5, 'hazard_ahead'),
    alert(6, 'silent', { status: 'cleared' }),
  ];
  expect(waiting(alerts).map(({ kind }) => kind)).toEqual([
    'hazard_ahead',
    'off_route',
    'silent',
    'low_battery',
  ]);
});

test('the first reading is not news; later only what is raised since, and what no longer waits is let go', () => {
  const first = [alert(1, 'silent'), alert(2, 'sos')];
  expect(changesSince(null, first)).toEqual({ fresh: [], settledIds: [] });
  const known = new Set([uuid(1), uuid(2)]);
  const later = [alert(1, 'silent', { status: 'acknowledged' }), alert(2, 'sos'), alert(3, 'off_route')];
  const { fresh, settledIds } = changesSince(known, later);
  expect(fresh.map(({ id }) => id)).toEqual([uuid(3)]);
  expect(settledIds).toEqual([uuid(1)]);
});

test('the map marks what is critical until it is over, acknowledged or not', () => {
  const vehicle = { convoyVehicleId: uuid(7), number: 7, ordinal: 1, plate: '412807' };
  const { convoyIds, vehicleIds } = incidentsOf([
    alert(1, 'sos', { vehicle, status: 'acknowledged' }),
    alert(2, 'hazard_ahead'),
    alert(3, 'sos', { status: 'cleared' }),
    alert(4, 'silent', { vehicle }),
  ]);
  expect([...convoyIds]).toEqual([uuid(201), uuid(202)]);
  expect([...vehicleIds]).toEqual([uuid(7)]);
});
