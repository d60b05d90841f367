import type { SharedView } from '@qafila/contract';
import { expect, test } from 'vitest';
import { cellsOf, cornersOf } from './coarse-cells.ts';
import { isSharePath, readAddress } from './share-token.ts';
import { dangersIn, incidentsIn } from './shared-scene.ts';

const NOW = new Date('2026-10-14T12:00:00.000Z');

test('the secret is read from the fragment; without one there is nothing to show', () => {
  const at = (pathname: string, search: string, hash: string) => readAddress({ pathname, search, hash });
  expect(at('/wall/abc', '', '#s3cret')).toEqual({ token: 'abc.s3cret', language: 'ar', theme: 'dark' });
  expect(at('/follow/abc', '?lang=en&theme=light', '#s3cret')).toEqual({
    token: 'abc.s3cret',
    language: 'en',
    theme: 'light',
  });
  expect(at('/wall/abc', '', '').token).toBeNull();
  expect([isSharePath('/wall/abc'), isSharePath('/follow/abc'), isSharePath('/c/1/map')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a coarse link shows each square of the grid once, as fresh as its last vehicle', () => {
  const cells = cellsOf(
    [
      { lat: 35, lng: 36, at: '2026-10-14T10:20:00.000Z' },
      { lat: 35, lng: 36, at: '2026-10-14T11:00:00.000Z' },
      { lat: 35.125, lng: 36, at: '2026-10-14T10:30:00.000Z' },
    ],
    NOW.getTime(),
  );
  expect(cells.map(({ south, freshness }) => [south, freshness])).toEqual([
    [34.9375, 1],
    [35.0625, 0.5],
  ]);
  expect(cornersOf([{ lat: 35, lng: 36, at: '2026-10-14T10:20:00.000Z' }])).toEqual([
    { lat: 34.9375, lng: 35.9375 },
    { lat: 35.0625, lng: 36.0625 },
  ]);
});

test('satellite detections are points that age, zones are areas that fade', () => {
  const [validFrom, validTo] = ['2026-10-14T06:00:00.000Z', '2026-10-14T18:00:00.000Z'];
  const ring: [number, number][] = [
    [35, 36],
    [35, 37],
    [36, 36],
  ];
  const center = { lat: 35.5, lng: 36.1 };
  const { fires, hazards } = dangersIn(
    {
      hazards: [
        { id: 'a', source: 'firms', area: { type: 'circle', center, radiusM: 400 }, validFrom, validTo },
        { id: 'b', source: 'drawn', area: { type: 'polygon', ring }, validFrom, validTo },
      ],
    } as unknown as SharedView,
    NOW,
  );
  expect(fires).toEqual([{ id: 'a', ...center, ageHours: 6 }]);
  expect(hazards[0]).toMatchObject({ id: 'b', freshness: 0.5 });
  expect(hazards[0]?.ring).toHaveLength(3);
});

test('a critical alert marks its convoy and, where it names one, its vehicle', () => {
  const { convoyIds, vehicleIds } = incidentsIn({
    alerts: [
      { convoyCode: 'QF-1', kind: 'sos', vehicleOrdinal: 2 },
      { convoyCode: 'QF-2', kind: 'late_arrival', vehicleOrdinal: null },
    ],
    convoys: [
      { id: 'c1', code: 'QF-1', vehicles: [{ number: 11, ordinal: 2 }] },
      { id: 'c2', code: 'QF-2', vehicles: [] },
    ],
  } as unknown as SharedView);
  expect([...convoyIds]).toEqual(['c1']);
  expect([...vehicleIds]).toEqual(['c1 11']);
});
