import { type Convoy, LIMITS } from '@qafila/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coarseConvoy, coarseCoverage, coarsePoints, coarseUntil, onGrid } from './coarse.ts';

const NOW = new Date('2026-10-09T12:00:00Z');
const UNTIL = coarseUntil(NOW);

const instant = fc.integer({ min: -600, max: 0 }).map((minute) => new Date(NOW.getTime() + minute * 60_000));
const iso = fc.option(instant.map((at) => at.toISOString()));
const place = fc.record({
  lat: fc.double({ min: 29, max: 42, noNaN: true }),
  lng: fc.double({ min: 29, max: 49, noNaN: true }),
});
const site = place.map((at) => ({
  ...{ id: 's', nameAr: 'الحفة', nameEn: 'Haffeh', governorateCode: 'SY06' },
  kind: 'distribution_point' as const,
  ...at,
}));
const stop = fc.record({
  ...{ id: fc.constant('x'), ordinal: fc.nat(9), site, arrivedAt: iso, endedAt: iso, unloadingAt: iso },
  status: fc.constantFrom('pending', 'arrived', 'unloading', 'settled', 'skipped'),
  plannedArrivalAt: instant.map((at) => at.toISOString()),
  plannedHaltMin: fc.constant(60),
  route: fc.array(fc.tuple(fc.double({ min: 29, max: 42 }), fc.double({ min: 29, max: 49 })), {
    maxLength: 3,
  }),
  ...{ routeKind: fc.constant('drawn'), distanceM: fc.nat(), cargoKg: fc.nat() },
});
const convoy = fc.record({
  ...{
    id: fc.constant('c'),
    code: fc.constant('QF-1'),
    origin: site,
    stops: fc.array(stop, { maxLength: 3 }),
  },
  status: fc.constantFrom('loading', 'en_route', 'held', 'arrived', 'settled'),
  ...{ departedAt: iso, arrivedAt: iso, endedAt: iso, loadingAt: iso },
  plannedDepartureAt: instant.map((at) => at.toISOString()),
  ...{ leaderName: fc.constant('CANARY'), leaderPhone: fc.constant('CANARY'), note: fc.constant('CANARY') },
  vehicles: fc.constant([{ number: 7, plate: 'CANARY', driverName: 'CANARY' }]),
  cargoKg: fc.nat(),
});

/** Every value under these names, however deep. */
function all(value: unknown, wanted: (name: string) => boolean): unknown[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...(wanted(name) ? [part] : []),
    ...all(part, wanted),
  ]);
}

const isOnGrid = (degrees: unknown): boolean => {
  const lines = Number(degrees) / LIMITS.coarseGridDeg;
  return Math.abs(lines - Math.round(lines)) < 1e-9;
};

test('of a convoy nothing is told that is newer than the delay or finer than the grid, nor any plan or person', () => {
  fc.assert(
    fc.property(convoy, (it) => {
      const shown = coarseConvoy(it as unknown as Convoy, UNTIL);
      const hasLeft = it.departedAt !== null && new Date(it.departedAt) <= UNTIL;
      expect(shown !== undefined).toBe(hasLeft);
      for (const at of all(shown, (name) => name.endsWith('At'))) {
        if (at !== null) expect(new Date(String(at)).getTime()).toBeLessThanOrEqual(UNTIL.getTime());
      }
      for (const degrees of all(shown, (name) => name === 'lat' || name === 'lng')) {
        expect(isOnGrid(degrees)).toBe(true);
      }
      expect(all(shown, (name) => name.startsWith('planned')).every((at) => at === null)).toBe(true);
      expect(all(shown, (name) => name === 'route')).toEqual((shown?.stops ?? []).map(() => []));
      expect(JSON.stringify(shown ?? null)).not.toContain('CANARY');
      if (shown?.status === 'arrived') expect(shown.arrivedAt).not.toBeNull();
    }),
  );
});

test('points lie on the grid, one a square, and neither their order nor their times tell vehicles apart', () => {
  const tracks = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 100_000 }),
      place,
      number: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(tracks, (some) => {
      const track = ({ at, place: { lat, lng }, number }: (typeof some)[number]) => ({
        ...{ vehicleId: 'v', number },
        points: [[at, lat, lng, null] as [number, number, number, null]],
      });
      const points = coarsePoints(some.map(track));
      expect(coarsePoints(some.toReversed().map(track))).toEqual(points);
      expect(new Set(points.map(({ lat, lng }) => `${lat} ${lng}`)).size).toBe(points.length);
      for (const { lat, lng, at } of points) {
        expect([isOnGrid(lat), isOnGrid(lng)]).toEqual([true, true]);
        expect(new Date(at).getTime() % 600_000).toBe(0);
      }
      const squares = new Set(some.map((it) => JSON.stringify(onGrid(it.place))));
      expect(points.length).toBe(squares.size);
    }),
  );
});

test('what was delivered a moment ago counts as still on its way, and the sum stays', () => {
  const coverage = { neededKg: 100, deliveredKg: 40, aboardKg: 20, onHandKg: 10, pledgedKg: 5, gapKg: 25 };
  expect(coarseCoverage(coverage, 15)).toEqual({
    ...{ neededKg: 100, deliveredKg: 25, aboardKg: 0, onHandKg: 45, pledgedKg: 5, gapKg: 25 },
  });
  expect(coarseCoverage(coverage, 999).deliveredKg).toBe(0);
});
