import {
  type ConvoyFile,
  createShareLink,
  LIMITS,
  readSharedView,
  SHARE_TOKEN_HEADER,
  type SharedView,
  type ShareLink,
} from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  countOf,
  departed,
  endStory,
  ok,
  type Story,
  settle,
  startStory,
  stockUp,
  stopMove,
  waybillAt,
} from '../../testing/convoy-story.ts';
import { addTracker, type TestTracker } from '../../testing/trackers.ts';

/** In every place where something is written that no link may show. */
const CANARY = 'كناري';
const MIN_MS = 60_000;

let story: Story;
let mine: ConvoyFile;
let other: ConvoyFile;
let tracker: TestTracker;

beforeAll(async () => {
  story = await startStory();
  story.clock.set(new Date(Math.floor(Date.now() / 1000) * 1000 - 5 * 3_600_000));
  const needId = await story.world.need({
    campaignId: story.campaignId,
    siteId: story.destinations[0],
    itemId: story.itemId,
    quantity: 200,
  });
  const { accountId } = await stockUp(story, 60, { needId });
  mine = await departed(story, [{ accountId, quantity: 40 }], { vehicles: 1 });
  other = await departed(story, [{ accountId, quantity: 10 }]);
  tracker = await addTracker(story.world, mine.convoy.vehicles[0]?.vehicleId ?? '');
  await plantCanaries();
  for (const kind of ['trackersChanged'] as const) story.server.announcer.announce({ kind });
  story.server.announcer.announce({
    kind: 'campaignChanged',
    campaignId: story.campaignId,
    topics: ['convoys'],
  });
});
afterAll(() => endStory(story));

async function plantCanaries(): Promise<void> {
  const { db } = story;
  const people = { driver_name: CANARY, driver_phone: CANARY, driver_licence: CANARY, seals: CANARY };
  await db('convoy_vehicles').update(people);
  await db('convoys').update({ leader_name: CANARY, leader_phone: CANARY, note: CANARY });
  await db.raw(`UPDATE vehicles SET plate = ? || number, transporter = ?, trailer_plate = ?`, [
    ...[CANARY, CANARY, CANARY],
  ]);
  await db('associations').update({ name_ar: CANARY, name_en: CANARY, contact_phone: CANARY });
  await db('sites').update({ contact_name: CANARY, contact_phone: CANARY });
  await db('users').update({ name: CANARY });
  await db('needs').update({ note: CANARY });
  await db('campaigns').update({ purpose: CANARY });
  const hazard = { id: '00000000-0000-4000-8000-000000000003', name: CANARY, note: CANARY };
  await db('hazards').insert({
    ...{ ...hazard, source: 'drawn', severity: 'severe', south: 35, west: 36, north: 35, east: 36 },
    area: JSON.stringify({ type: 'circle', center: { lat: 35.0123, lng: 36.0123 }, radiusM: 500 }),
    valid_from: new Date(Date.now() - 48 * 3_600_000),
    valid_to: new Date(Date.now() + 48 * 3_600_000),
    created_at: new Date(),
  });
  await db('alerts').insert({
    ...{ id: '00000000-0000-4000-8000-000000000001', kind: 'problem', cause: 'a', basis: CANARY },
    ...{ campaign_id: story.campaignId, convoy_id: mine.convoy.id, status: 'acknowledged' },
    convoy_vehicle_id: mine.convoy.vehicles[0]?.id,
    acknowledged_at: new Date(),
    acknowledged_by: story.coordinator.userId,
    acknowledged_note: CANARY,
    values: JSON.stringify({ minutes: 17 }),
    ...{ began_at: story.clock.now(), raised_at: story.clock.now(), noted_at: story.clock.now() },
  });
}

async function shown(given: object): Promise<SharedView> {
  const body = { kind: 'wall', precision: 'exact', label: CANARY, validHours: 24, ...given };
  const params = { campaignId: story.campaignId };
  const link: ShareLink = ok(await story.coordinator.call(createShareLink, { params, body }), 201);
  const token = `${link.id}.${link.path?.split('#')[1]}`;
  const answer = await story.visitor().call(readSharedView, { headers: { [SHARE_TOKEN_HEADER]: token } });
  return ok(answer);
}

async function report(lat: number, lng: number): Promise<void> {
  const timestamp = Math.floor(story.clock.now().getTime() / 1000);
  const answer = await fetch(
    `${story.url}/?id=${tracker.deviceId}&lat=${lat}&lon=${lng}&timestamp=${timestamp}`,
  );
  expect(answer.status).toBe(200);
}

describe('an exact link', () => {
  test('shows the campaign with its trucks, figures, alerts and events, and no person, plate or association', async () => {
    await report(34.123456, 36.654321);
    const view = await shown({});
    expect(JSON.stringify(view)).not.toContain(CANARY);
    expect(view.convoys.map(({ code }) => code).toSorted()).toEqual(
      [mine.convoy.code, other.convoy.code].toSorted(),
    );
    expect(view.fixes.map(([number, , lat, lng]) => [number, lat, lng])).toEqual([
      [tracker.number, 34.12346, 36.65432],
    ]);
    const convoy = view.convoys.find(({ id }) => id === mine.convoy.id);
    expect(convoy?.vehicles).toEqual([{ number: tracker.number, ordinal: 1 }]);
    expect(convoy?.stops[0]?.route.length).toBeGreaterThan(1);
    expect(convoy?.pace?.kmh).toBeGreaterThan(0);
    expect(view.coverage).toMatchObject({ neededKg: 400, aboardKg: 100 });
    expect(view.destinations.map(({ coverage }) => coverage.neededKg)).toEqual([400]);
    expect(view.depots.map(({ onHandKg }) => onHandKg)).toEqual([20]);
    expect(view.alerts.filter(({ kind }) => kind === 'problem')).toEqual([
      {
        ...{ convoyCode: mine.convoy.code, kind: 'problem', values: { minutes: 17 } },
        ...{ beganAt: expect.any(String), vehicleOrdinal: 1, site: null },
      },
    ]);
    expect(view.events.filter(({ kind }) => kind === 'departed')).toHaveLength(2);
    expect(view.hazards).toHaveLength(1);
    expect(view.coarse).toEqual([]);
  });

  test('to one convoy shows that convoy and nothing of the rest', async () => {
    const view = await shown({ kind: 'convoy', convoyId: other.convoy.id });
    expect(JSON.stringify(view)).not.toContain(CANARY);
    expect(JSON.stringify(view)).not.toContain(mine.convoy.code);
    expect(view.convoys.map(({ id }) => id)).toEqual([other.convoy.id]);
    expect([view.fixes, view.destinations, view.depots]).toEqual([[], [], []]);
    expect(view.coverage.neededKg).toBe(0);
    expect(view.alerts.filter(({ kind }) => kind === 'problem')).toEqual([]);
    const followed = await shown({ kind: 'convoy', convoyId: mine.convoy.id });
    expect(followed.fixes.map(([number]) => number)).toEqual([tracker.number]);
  });

  test('shows the newest of very many fires', async () => {
    await story.db.raw(
      `INSERT INTO hazards (id, source, severity, area, south, west, north, east, valid_from, valid_to, created_at)
       SELECT gen_random_uuid(), 'firms', 'minor', :area, 35, 36, 35, 36, :from, :to, :from
       FROM generate_series(1, :count::int)`,
      {
        area: JSON.stringify({ type: 'circle', center: { lat: 35, lng: 36 }, radiusM: 375 }),
        ...{
          from: story.clock.now(),
          to: new Date(Date.now() + 48 * 3_600_000),
          count: LIMITS.hazardsListed,
        },
      },
    );
    const { hazards } = await shown({});
    expect(hazards.map(({ source }) => source)).toEqual(
      Array.from({ length: LIMITS.hazardsListed }, () => 'firms'),
    );
    await story.db('hazards').where({ source: 'firms' }).del();
  });

  test('is read once for all its screens, until something changes', async () => {
    const body = { kind: 'wall', precision: 'exact', label: 'x', validHours: 1 };
    const params = { campaignId: story.campaignId };
    const link = ok(await story.coordinator.call(createShareLink, { params, body }), 201);
    const headers = { [SHARE_TOKEN_HEADER]: `${link.id}.${link.path?.split('#')[1]}` };
    const before = ok(await story.visitor().call(readSharedView, { headers }));
    story.clock.advance(1_000);
    const read = async () => ok(await story.visitor().call(readSharedView, { headers }));
    expect((await read()).asOf).toBe(before.asOf);
    const { campaignId } = story;
    story.server.announcer.announce({ kind: 'campaignChanged', campaignId, topics: ['needs'] });
    expect((await read()).asOf).not.toBe(before.asOf);
  });
});

/** Every value under these names outside of hazards, however deep. */
function all(value: unknown, wanted: (name: string) => boolean): unknown[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => {
    if (name === 'hazards' || name === 'asOf' || name === 'expiresAt') return [];
    return [...(wanted(name) ? [part] : []), ...all(part, wanted)];
  });
}

async function coarse(given: object = {}): Promise<SharedView> {
  const view = await shown({ precision: 'coarse', ...given });
  const until = story.clock.now().getTime() - LIMITS.coarseDelayMin * MIN_MS;
  expect(JSON.stringify(view)).not.toContain(CANARY);
  for (const degrees of all(view, (name) => name === 'lat' || name === 'lng')) {
    expect(Math.round(Number(degrees) * 1_000) % (LIMITS.coarseGridDeg * 1_000)).toBe(0);
  }
  for (const at of all(view, (name) => name === 'at' || name.endsWith('At'))) {
    if (at !== null) expect(new Date(String(at)).getTime()).toBeLessThanOrEqual(until);
  }
  expect([view.sequence, view.fixes, view.alerts, view.depots]).toEqual([0, [], [], []]);
  expect(view.convoys.flatMap(({ vehicles }) => vehicles)).toEqual([]);
  return view;
}

describe('a coarse link', () => {
  test('shows a convoy an hour after it left, where it was an hour ago, to the square', async () => {
    const early = await coarse();
    expect([early.convoys, early.events, early.coarse]).toEqual([[], [], []]);
    expect(early.coverage).toMatchObject({ neededKg: 400, aboardKg: 0, onHandKg: 120 });
    story.clock.advance(30 * MIN_MS);
    await report(34.41, 36.74);
    story.clock.advance(40 * MIN_MS);
    await report(34.88, 36.02);
    const later = await coarse();
    expect(later.convoys).toHaveLength(2);
    expect(later.convoys[0]).toMatchObject({ status: 'en_route', pace: null, plannedDepartureAt: null });
    expect(later.coarse.map(({ lat, lng }) => [lat, lng])).toEqual([[34.125, 36.625]]);
    story.clock.advance(20 * MIN_MS);
    expect((await coarse()).coarse.map(({ lat, lng }) => [lat, lng])).toEqual([[34.375, 36.75]]);
  });

  test('tells of an arrival and a delivery an hour later, in words and in figures', async () => {
    ok(await stopMove(story, mine, 0, { command: 'arrive' }));
    const waybill = await waybillAt(story, mine, 0);
    ok(await settle(story, waybill, countOf(story, waybill)), 201);
    const now = await coarse();
    const stopsOf = (view: SharedView) =>
      view.convoys.find(({ id }) => id === mine.convoy.id)?.stops.map(({ status }) => status);
    expect(stopsOf(now)).toEqual(['pending', 'pending']);
    expect(now.coverage.deliveredKg).toBe(0);
    expect(now.destinations[0]?.coverage.deliveredKg).toBe(0);
    expect((await shown({})).coverage.deliveredKg).toBe(80);
    story.clock.advance(61 * MIN_MS);
    const later = await coarse({ kind: 'convoy', convoyId: mine.convoy.id });
    expect(stopsOf(later)).toEqual(['settled', 'pending']);
    expect(later.events.map(({ kind }) => kind).toSorted()).toEqual(['arrived', 'delivered', 'departed']);
    expect((await coarse()).coverage.deliveredKg).toBe(80);
  });
});
