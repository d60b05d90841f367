import type { Convoy } from '@qafila/contract';
import { expect, test } from 'vitest';
import { associationHues, cargoTable } from './cargo.ts';
import { expectedDelayMin, leadVehicle, matches, viewOf, viewsOf } from './convoy-view.ts';
import type { Fixes } from './live.store.ts';
import { crewsOf, sceneOf, sceneVehicles } from './scene-of.ts';
import { DEPARTED, fixAt, fixesOf, live, minutesLater, stop, uuid, vehicle } from './testing.ts';

const KM = 1000;
const NO_INCIDENTS = { convoyIds: new Set<string>(), vehicleIds: new Set<string>() };
const PARTS = {
  live: { destinations: [], depots: [] },
  governorates: [],
  trails: [],
  marks: { hazards: [], fires: [] },
  incidents: NO_INCIDENTS,
  geofenceRadiusM: 500,
  depotNote: String,
};

function seen(changes: Partial<Convoy>, fixes: Fixes, now: Date) {
  return viewOf(live(changes), fixes, now);
}

test('arrival is reckoned from the slowest vehicle with a signal, and lateness from the arrival', () => {
  const now = minutesLater(120);
  const view = seen({}, fixesOf(fixAt(1, now, 100 * KM), fixAt(2, now, 45 * KM)), now);
  // (45 + 45) km in (2 + 1) h: 30 km/h; 177.4 km are left, and an hour's halt at the stop between.
  const middle = (Number(view.eta?.earliest) + Number(view.eta?.latest)) / 2;
  expect((middle - now.getTime()) / 60_000).toBeCloseTo(414.8, 0);
  expect(view.delayMinutes).toBe(295);
  expect(view.isLate).toBe(true);
  expect(view.nextStop?.stop.ordinal).toBe(1);
  expect(view.progress).toBeCloseTo(45 / 222.4, 2);
});

test('a vehicle with a stale signal counts as driving on, not as standing where it was seen', () => {
  const now = minutesLater(120);
  const abreast = fixesOf(fixAt(1, now, 100 * KM), fixAt(2, minutesLater(100), 84 * KM));
  const fresh = fixesOf(fixAt(1, now, 100 * KM));
  const [both, one] = [seen({}, abreast, now), seen({}, fresh, now)];
  expect(Math.abs(both.delayMinutes - one.delayMinutes)).toBeLessThan(10);
  expect(both.progress).toBeCloseTo(100 / 222.4, 2);
});

test('with every vehicle silent there is no arrival to promise, and a plan that has passed is still late', () => {
  const fixes = fixesOf(fixAt(1, minutesLater(60), 50 * KM));
  const view = seen({}, fixes, minutesLater(300));
  expect(view.eta).toBeNull();
  expect(view.delayMinutes).toBe(60);
  expect(view.seenAt).toEqual(minutesLater(60));
});

test('other screens tell the same delay, and none of a convoy of which nothing is known', () => {
  const now = minutesLater(120);
  const fixes = [fixAt(1, now, 100 * KM), fixAt(2, now, 45 * KM)];
  expect(expectedDelayMin(live({}), fixes, now)).toBe(seen({}, fixesOf(...fixes), now).delayMinutes);
  expect(expectedDelayMin(live({}), [], now)).toBeNull();
});

test('a convoy that should have left is late by its departure', () => {
  const view = seen({ status: 'loading', departedAt: null }, new Map(), minutesLater(40));
  expect(view).toMatchObject({ delayMinutes: 40, isLate: true, eta: null, progress: 0 });
});

test('reached, next, ahead and skipped stops are told apart, and the way ends at the last one not skipped', () => {
  const arrivedAt = minutesLater(100).toISOString();
  const now = minutesLater(130);
  const stops = [stop(1, { status: 'unloading', arrivedAt }), stop(2, { status: 'skipped' })];
  const view = seen({ stops }, fixesOf(fixAt(1, now, 111 * KM)), now);
  expect(view.stops.map(({ place }) => place)).toEqual(['reached', 'skipped']);
  expect(view.destination?.ordinal).toBe(1);
  expect(view.progress).toBe(1);
  expect(view.delayMinutes).toBe(0);
});

test('convoys on the road come first and settled ones last, newest first; filters divide them', () => {
  const all = [
    live({ id: uuid(11), code: 'QF-2026-001', status: 'settled', arrivedAt: DEPARTED.toISOString() }),
    live({ id: uuid(12), code: 'QF-2026-002', status: 'settled', arrivedAt: DEPARTED.toISOString() }),
    live({ id: uuid(13), code: 'QF-2026-005', status: 'planned', departedAt: null }),
    live({ id: uuid(14), code: 'QF-2026-003' }),
  ];
  const now = minutesLater(60);
  const views = viewsOf(all, new Map(), now);
  const codes = (of: typeof views) => of.map(({ convoy }) => convoy.code.slice(-1)).join('');
  expect(codes(views)).toBe('3521');
  expect(codes(views.filter((view) => matches(view, 'active')))).toBe('35');
  expect(codes(views.filter((view) => matches(view, 'late')))).toBe('5');
  expect(codes(views.filter((view) => matches(view, 'settled')))).toBe('21');
});

test('the map gets progress, delay and signal apart from each other, and never loses a silent vehicle', () => {
  const now = minutesLater(120);
  const fixes = fixesOf(fixAt(1, now, 100 * KM), fixAt(2, minutesLater(60), 30 * KM));
  const view = seen({}, fixes, now);
  expect(leadVehicle(view)?.vehicle.number).toBe(1);
  const scene = sceneOf({ ...PARTS, views: [view], selection: { kind: 'convoy', id: view.convoy.id } });
  expect(scene.routes).toHaveLength(1);
  expect(scene.routes[0]?.progress).toBeCloseTo(100 / 222.4, 2);
  expect(scene.convoys[0]).toMatchObject({ stage: 'en_route', leadVehicleId: vehicle(1).id });
  const drawn = sceneVehicles(fixes.values(), crewsOf([view], NO_INCIDENTS), now);
  expect(drawn.map(({ id, signal, delayed }) => [id, signal, delayed])).toEqual([
    [vehicle(1).id, 'live', view.isLate],
    [vehicle(2).id, 'lost', view.isLate],
  ]);
});

test('before the departure the place of an earlier errand is neither drawn nor told', () => {
  const now = minutesLater(120);
  const fixes = fixesOf(fixAt(1, now, 0), fixAt(2, minutesLater(60), 30 * KM));
  const view = seen({ status: 'loading', departedAt: null }, fixes, now);
  expect(view.vehicles.map(({ signal }) => signal)).toEqual(['live', 'none']);
  expect(sceneVehicles(fixes.values(), crewsOf([view], NO_INCIDENTS), now).map(({ id }) => id)).toEqual([
    vehicle(1).id,
  ]);
});

test('vehicles of settled convoys are not drawn', () => {
  const now = minutesLater(5);
  const fixes = fixesOf(fixAt(1, now, KM), fixAt(2, now, KM));
  const settled = seen({ status: 'settled', arrivedAt: now.toISOString() }, fixes, now);
  expect(sceneVehicles(fixes.values(), crewsOf([settled], NO_INCIDENTS), now)).toEqual([]);
});

test('what is left, how long the column is, and who has fallen behind are counted of those heard of', () => {
  const now = minutesLater(120);
  const vehicles = [vehicle(1), vehicle(2), vehicle(3), vehicle(4)];
  const fixes = fixesOf(
    fixAt(1, now, 100 * KM),
    fixAt(2, now, 98 * KM),
    fixAt(3, now, 80 * KM),
    fixAt(4, minutesLater(60), 10 * KM),
  );
  const view = seen({ vehicles }, fixes, now);
  expect(view.spreadM).toBeCloseTo(20 * KM, -2);
  expect(view.leftM).toBeCloseTo(222.4 * KM - view.progressM, -3);
  expect(view.vehicles.map(({ behindM }) => Math.round(behindM / KM))).toEqual([0, 0, 18, 0]);
});

test('a convoy with a critical alert, its vehicle and the circles round its stops are marked', () => {
  const now = minutesLater(120);
  const fixes = fixesOf(fixAt(1, now, 100 * KM), fixAt(2, now, 99 * KM));
  const view = seen({ stops: [stop(1, { status: 'arrived' }), stop(2)] }, fixes, now);
  const incidents = { convoyIds: new Set([view.convoy.id]), vehicleIds: new Set([vehicle(2).id]) };
  const scene = sceneOf({
    ...PARTS,
    views: [view],
    selection: { kind: 'convoy', id: view.convoy.id },
    incidents,
  });
  expect(scene.convoys[0]?.incident).toBe(true);
  expect(scene.geofences.map(({ state, radiusM }) => [state, radiusM])).toEqual([
    ['inside', 500],
    ['ahead', 500],
  ]);
  const drawn = sceneVehicles(fixes.values(), crewsOf([view], incidents), now);
  expect(drawn.map(({ incident }) => incident)).toEqual([false, true]);
});

test('cargo by association adds up by row, by column and in all, however many categories ride', () => {
  const share = (n: number, categoryKg: Record<string, number>) => ({
    association: { id: uuid(n), nameAr: '', nameEn: '' },
    categoryKg,
    totalKg: Object.values(categoryKg).reduce((sum, kg) => sum + kg, 0),
  });
  const few = cargoTable([share(1, { food: 10 }), share(2, { food: 5, power: 20 })]);
  expect(few).toMatchObject({
    categories: ['power', 'food'],
    hasOthers: false,
    totalsKg: [20, 15],
    totalKg: 35,
  });
  expect(few.rows.map(({ share: it }) => it.totalKg)).toEqual([25, 10]);
  const many = cargoTable([share(1, { food: 9, water: 8, power: 7, safety: 2, hygiene: 1 })]);
  expect(many).toMatchObject({
    categories: ['water', 'power', 'food'],
    hasOthers: true,
    totalsKg: [8, 7, 9, 3],
  });
  expect(associationHues([share(2, {}), share(1, {}), share(2, {})])).toEqual(
    new Map([
      [uuid(1), 0],
      [uuid(2), 1],
    ]),
  );
});
