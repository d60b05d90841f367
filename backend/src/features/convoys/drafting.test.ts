import { randomUUID } from 'node:crypto';
import {
  addConvoyVehicle,
  createConvoy,
  distanceM,
  listConvoys,
  removeConvoyVehicle,
  STRAIGHT_DETOUR,
  updateConvoy,
  updateConvoyVehicle,
} from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allot,
  draftConvoy,
  endStory,
  load,
  move,
  moveOn,
  ok,
  type Story,
  startStory,
  stockUp,
} from '../../testing/convoy-story.ts';

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(async () => {
  await endStory(story);
});

const HOUR_MS = 3_600_000;
const hence = (hours: number) => new Date(story.clock.now().getTime() + hours * HOUR_MS).toISOString();

function draftBody(changes: object = {}) {
  const [siteId] = story.destinations;
  return {
    originSiteId: story.warehouse,
    plannedDepartureAt: hence(1),
    leaderName: '',
    leaderPhone: '',
    note: '',
    stops: [{ siteId, plannedArrivalAt: hence(5) }],
    ...changes,
  };
}

async function draft(changes: object = {}) {
  const params = { campaignId: story.campaignId };
  return await story.coordinator.call(createConvoy, { params, body: draftBody(changes) });
}

describe('drafting a convoy', () => {
  test('numbers it, keeps the order of its stops, and leads the way straight where nobody drew it', async () => {
    const { convoy } = await draftConvoy(story);
    expect(convoy.code).toMatch(/^QF-\d{4}-\d{3}$/);
    expect(convoy.stops.map((stop) => stop.site.nameEn)).toEqual(['Haffeh', 'Kasab']);
    const [first, second] = convoy.stops;
    expect(first).toMatchObject({ ordinal: 1, routeKind: 'straight', status: 'pending' });
    const straightM = distanceM({ lat: 33.51, lng: 36.31 }, { lat: 35.6, lng: 36.04 });
    expect(first?.distanceM).toBe(Math.round(straightM * STRAIGHT_DETOUR));
    expect(second?.route).toEqual([
      [35.6, 36.04],
      [35.93, 35.99],
    ]);
  });

  test('takes a drawn way with its own length', async () => {
    const [siteId] = story.destinations;
    const route = [
      [33.51, 36.31],
      [34.73, 36.72],
      [35.6, 36.04],
    ];
    const { convoy } = ok(await draft({ stops: [{ siteId, plannedArrivalAt: hence(5), route }] }), 201);
    expect(convoy.stops[0]).toMatchObject({ route, routeKind: 'drawn' });
    expect(convoy.stops[0]?.distanceM).toBeGreaterThan(230_000);
  });

  test('refuses sites that do not exist, come twice or are the origin, and arrivals out of order', async () => {
    const [siteId] = story.destinations;
    const at = hence(5);
    const stops = [siteId, randomUUID(), siteId, story.warehouse].map((id) => ({
      siteId: id,
      plannedArrivalAt: at,
    }));
    expect((await draft({ stops })).problem.errors?.map((it) => [it.path, it.code])).toEqual([
      ['stops.1.siteId', 'no_such_reference'],
      ['stops.2.siteId', 'duplicate_lines'],
      ['stops.3.siteId', 'invalid_value'],
    ]);
    const early = await draft({ stops: [{ siteId, plannedArrivalAt: hence(0.5) }] });
    expect(early.problem.errors).toMatchObject([
      { path: 'stops.0.plannedArrivalAt', code: 'end_before_start' },
    ]);
  });

  test('is for coordinators, in an active campaign', async () => {
    const official = await story.as('official');
    const params = { campaignId: story.campaignId };
    const asked = { params, body: draftBody() };
    expect((await official.call(createConvoy, asked)).problem.code).toBe('not_allowed');
    const closed = await story.world.campaign({ status: 'closed' });
    const late = await story.coordinator.call(createConvoy, {
      params: { campaignId: closed },
      body: draftBody(),
    });
    expect(late.problem.code).toBe('campaign_not_active');
    expect(ok(await official.call(listConvoys, { params })).length).toBeGreaterThan(0);
  });
});

describe('changing a convoy', () => {
  test('needs the version last read', async () => {
    const { convoy } = await draftConvoy(story);
    const asked = { params: { convoyId: convoy.id }, body: { note: 'نقطة التجمع عند البوابة' } };
    expect((await story.coordinator.call(updateConvoy, asked)).status).toBe(428);
    const answer = await story.coordinator.call(updateConvoy, { ...asked, ifMatch: convoy.version });
    expect(ok(answer).convoy.note).toBe('نقطة التجمع عند البوابة');
    expect(answer.headers.get('etag')).toBe(`"${convoy.version + 1}"`);
    const stale = await story.coordinator.call(updateConvoy, { ...asked, ifMatch: convoy.version });
    expect(stale.problem.code).toBe('version_stale');
  });

  test('replaces its stops, keeping those of the same site, unless goods are bound for one that goes', async () => {
    const stock = await stockUp(story, 5);
    const file = await draftConvoy(story);
    const held = ok(await allot(story, file, [{ ...stock, quantity: 1 }]), 201);
    const [first, second] = held.convoy.stops;
    const update = (siteIds: string[], version: number) =>
      story.coordinator.call(updateConvoy, {
        params: { convoyId: file.convoy.id },
        body: { stops: siteIds.map((siteId, index) => ({ siteId, plannedArrivalAt: hence(5 + index) })) },
        ifMatch: version,
      });
    const [haffeh, kasab] = story.destinations;
    const swapped = ok(await update([kasab, haffeh], held.convoy.version));
    expect(swapped.convoy.stops.map((stop) => stop.id)).toEqual([second?.id, first?.id]);
    const alone = ok(await update([haffeh], swapped.convoy.version));
    expect(alone.convoy.stops).toHaveLength(1);
    expect((await update([kasab], alone.convoy.version)).problem.code).toBe('conflict');
  });
});

describe('vehicles of a convoy', () => {
  test('ride on one convoy at a time, until it ends', async () => {
    const vehicleId = await story.world.vehicle();
    const files = [await draftConvoy(story, { vehicles: 0 }), await draftConvoy(story, { vehicles: 0 })];
    const put = (convoyId = '') =>
      story.coordinator.call(addConvoyVehicle, {
        params: { convoyId },
        body: { vehicleId, driverName: '', driverPhone: '', driverLicence: '', seals: '' },
      });
    const answers = await Promise.all(files.map((file) => put(file.convoy.id)));
    expect(answers.map((it) => it.status).toSorted()).toEqual([201, 409]);
    const [taken, free] = answers[0]?.status === 201 ? files : files.toReversed();
    const busy = await put(free?.convoy.id);
    expect(busy.problem).toMatchObject({
      code: 'vehicle_busy',
      values: { convoyCode: taken?.convoy.code },
    });
    if (taken) ok(await move(story, taken, 'cancel'));
    ok(await put(free?.convoy.id), 201);
  });

  test('can be taken off while empty, and put back', async () => {
    const stock = await stockUp(story, 5);
    const file = await draftConvoy(story);
    const filled = ok(await allot(story, file, [{ ...stock, quantity: 1 }]), 201);
    const convoyVehicleId = filled.convoy.vehicles[0]?.id ?? '';
    const full = await story.coordinator.call(removeConvoyVehicle, { params: { convoyVehicleId } });
    expect(full.problem.code).toBe('conflict');
    const other = await draftConvoy(story);
    const [empty] = other.convoy.vehicles;
    const asked = { params: { convoyVehicleId: empty?.id ?? '' } };
    expect((await story.coordinator.call(removeConvoyVehicle, asked)).status).toBe(204);
    const body = {
      vehicleId: empty?.vehicleId,
      driverName: '',
      driverPhone: '',
      driverLicence: '',
      seals: '',
    };
    const params = { convoyId: other.convoy.id };
    const back = ok(await story.coordinator.call(addConvoyVehicle, { params, body }), 201);
    expect(back.convoy.vehicles.map((it) => it.plate)).toEqual([empty?.plate]);
  });

  test('take another driver also on the road', async () => {
    const stock = await stockUp(story, 5);
    const file = ok(await allot(story, await draftConvoy(story), [{ ...stock, quantity: 5 }]), 201);
    ok(await load(story, await moveOn(story, file, 'plan', 'load')));
    await moveOn(story, file, 'depart');
    const params = { convoyVehicleId: file.convoy.vehicles[0]?.id ?? '' };
    const body = { driverName: 'وائل' };
    const changed = ok(await story.coordinator.call(updateConvoyVehicle, { params, body }));
    expect(changed.convoy.vehicles[0]).toMatchObject({ driverName: 'وائل', driverLicence: 'L-1' });
  });
});

describe('the readiness of a convoy', () => {
  test('holds up the step that waits for it, and says what is missing', async () => {
    const file = await draftConvoy(story, { vehicles: 0 });
    const unplanned = await move(story, file, 'plan');
    expect(unplanned.problem).toMatchObject({
      code: 'not_ready_to_depart',
      errors: [{ path: 'readiness.has_vehicles' }],
    });
    const empty = await draftConvoy(story);
    await moveOn(story, empty, 'plan');
    expect((await move(story, empty, 'load')).problem.values).toEqual({ missing: 'has_cargo' });
  });

  test('counts what is done, and what only warns does not hold up the departure', async () => {
    const stock = await stockUp(story, 5);
    const file = ok(
      await allot(story, await draftConvoy(story, { vehicles: 2 }), [{ ...stock, quantity: 5 }]),
      201,
    );
    const loading = await moveOn(story, file, 'plan', 'load');
    const check = Object.fromEntries(loading.readiness.map(({ code, ...it }) => [code, it]));
    expect(check['has_cargo']).toEqual({ done: true, count: 1, total: 2 });
    expect(check['tracker_on_each_vehicle']).toEqual({ done: false, count: 0, total: 2 });
    expect(check['receiver_at_each_stop']).toEqual({ done: false, count: 0, total: 2 });
    expect((await move(story, file, 'depart')).problem.values).toEqual({ missing: 'something_loaded' });
    ok(await load(story, loading));
    await moveOn(story, file, 'depart');
  });
});
