import { randomUUID } from 'node:crypto';
import {
  beginDriving,
  type ConvoyFile,
  createDriverLink,
  createHazard,
  type DriverFix,
  LIMITS,
  listAlerts,
  moveAlert,
  readDriver,
  sendDriverFixes,
  sendDriverReport,
} from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import {
  departed,
  draftConvoy,
  endStory,
  ok,
  type Story,
  startStory,
  stockUp,
} from '../../testing/convoy-story.ts';

const MINUTE_MS = 60_000;

let story: Story;
let file: ConvoyFile;
let phone: Client;
beforeAll(async () => {
  story = await startStory();
  const { accountId } = await stockUp(story, 100);
  file = await departed(story, [{ accountId, quantity: 10 }]);
  phone = await phoneOf(file);
});
afterAll(() => endStory(story));

async function phoneOf({ convoy }: ConvoyFile): Promise<Client> {
  const params = { convoyVehicleId: convoy.vehicles[0]?.id ?? '' };
  const { path } = ok(await story.coordinator.call(createDriverLink, { params }), 201);
  const client = story.visitor();
  const secret = path.split('#')[1] ?? '';
  ok(await client.call(beginDriving, { body: { secret, phoneKey: randomUUID() } }));
  return client;
}

const agoMin = (minutes: number): string =>
  new Date(story.clock.now().getTime() - minutes * MINUTE_MS).toISOString();

function fix(minutesAgo: number, given: Partial<DriverFix> = {}): DriverFix {
  return {
    at: agoMin(minutesAgo),
    lat: 33.6 + (60 - minutesAgo) * 0.005,
    lng: 36.3,
    ...{ speedMps: 12.5, headingDeg: 350, accuracyM: 8, batteryPct: 71 },
    ...given,
  };
}

const send = (fixes: unknown[], client = phone) => client.call(sendDriverFixes, { body: { fixes } });
const report = (body: object, client = phone) =>
  client.call(sendDriverReport, { body: { id: randomUUID(), at: agoMin(0), ...body } });

async function storedOf({ convoy }: ConvoyFile) {
  return await story
    .db('positions')
    .join('vehicles', 'vehicles.number', 'positions.vehicle_number')
    .where('vehicles.id', convoy.vehicles[0]?.vehicleId ?? '')
    .orderBy('recorded_at')
    .select('positions.*');
}

async function alerts(kind: string, convoyId = file.convoy.id) {
  const params = { campaignId: story.campaignId };
  const { items } = ok(
    await story.coordinator.call(listAlerts, { params, query: { convoyId, state: 'open' } }),
  );
  return items.filter((it) => it.kind === kind);
}

describe('fixes that a phone has gathered', () => {
  test('are stored before they are answered, each once, however often they are sent', async () => {
    const batch = [fix(30), fix(29), fix(28)];
    const later = fix(27);
    expect(ok(await send(batch))).toEqual({ stored: 3, refused: [] });
    await Promise.all(Array.from({ length: 10 }, () => send(batch)));
    ok(await send([...batch, later]));
    const rows = await storedOf(file);
    expect(rows.map((row) => row.recorded_at.toISOString())).toEqual([...batch, later].map(({ at }) => at));
    expect(rows[0]).toMatchObject({ lat: batch[0]?.lat, lng: 36.3, battery_pct: 71 });
  });

  test('that nothing can store are named, and do not keep the others out', async () => {
    const other = await draftConvoy(story);
    const client = await phoneOf(other);
    const answer = await send([fix(9), fix(8, { lat: 91 }), fix(7, { lng: 181 }), fix(6)], client);
    expect(ok(answer)).toEqual({ stored: 2, refused: [1, 2] });
    expect(await storedOf(other)).toHaveLength(2);
  });

  test('go to the phone’s own vehicle, whatever the body says', async () => {
    const other = await draftConvoy(story);
    const vehicleId = other.convoy.vehicles[0]?.vehicleId;
    expect((await send([{ ...fix(1), vehicleId }])).status).toBe(400);
    expect((await phone.call(sendDriverFixes, { body: { vehicleId, fixes: [fix(1)] } })).status).toBe(400);
    expect(await storedOf(other)).toEqual([]);
  });

  test('come in batches that are neither empty nor without end', async () => {
    expect((await send([])).status).toBe(400);
    const many = Array.from({ length: LIMITS.fixesPerBatch + 1 }, (_fix, index) => fix(index / 60));
    expect((await send(many)).status).toBe(400);
  });
});

test('a phone that floods is told to wait, and what it was told was stored is', async () => {
  const other = await draftConvoy(story);
  const client = await phoneOf(other);
  const batch = (from: number) =>
    Array.from({ length: LIMITS.fixesPerBatch }, (_fix, index) => fix(10 + (from + index) / 100));
  const batches = LIMITS.trackerBacklog / LIMITS.fixesPerBatch;
  for (let n = 0; n < batches; n++) ok(await send(batch(n * LIMITS.fixesPerBatch), client));
  const refused = await send(batch(batches * LIMITS.fixesPerBatch), client);
  expect([refused.status, refused.problem.code]).toEqual([429, 'too_many_requests']);
  expect(await storedOf(other)).toHaveLength(LIMITS.trackerBacklog);
});

describe('what a driver reports', () => {
  test('counts once, though it comes twenty times at once', async () => {
    const stopId = file.convoy.stops[0]?.id ?? '';
    const body = {
      id: randomUUID(),
      kind: 'arrived',
      at: agoMin(2),
      stopId,
      place: { lat: 35.6, lng: 36.04 },
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => report(body)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(await story.db('driver_reports').where({ id: body.id })).toHaveLength(1);
    const [alert, ...others] = await alerts('arrived');
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ status: 'raised', stop: { id: stopId }, beganAt: body.at });
  });

  test('proposes an arrival and enters none', async () => {
    const view = ok(await phone.call(readDriver));
    expect(view.stops[0]).toMatchObject({ status: 'pending', arrivedAt: null });
  });

  test('raises a problem in the driver’s own words, and a call for help once while it is open', async () => {
    ok(await report({ kind: 'problem', note: 'عطل في المركبة: الإطار الخلفي' }));
    ok(await report({ kind: 'problem', note: 'الطريق مقطوع' }));
    expect((await alerts('problem')).map(({ said }) => said).toSorted()).toEqual([
      'الطريق مقطوع',
      'عطل في المركبة: الإطار الخلفي',
    ]);
    ok(await report({ kind: 'sos', note: 'نحتاج إسعافاً' }));
    ok(await report({ kind: 'sos', note: 'جريحان', place: { lat: 34.9, lng: 36 } }));
    expect(await alerts('sos')).toMatchObject([{ said: 'نحتاج إسعافاً\nجريحان', at: { lat: 34.9, lng: 36 } }]);
  });

  test('is heard again when help is called for after a person has taken up the first call', async () => {
    const [first] = await alerts('sos');
    const params = { alertId: first?.id ?? '' };
    ok(await story.coordinator.call(moveAlert, { params, body: { command: 'acknowledge' } }));
    ok(await report({ kind: 'sos' }));
    const statuses = (await alerts('sos')).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(['acknowledged', 'raised']);
  });
});

describe('a report that is not what it says', () => {
  test('is refused when it names a stop of another convoy, or none where it arrives', async () => {
    const other = await draftConvoy(story);
    const foreign = await report({ kind: 'arrived', stopId: other.convoy.stops[0]?.id });
    expect([foreign.status, foreign.problem.errors]).toMatchObject([400, [{ path: 'stopId' }]]);
    const none = await report({ kind: 'arrived' });
    expect([none.status, none.problem.errors]).toMatchObject([400, [{ path: 'stopId', code: 'required' }]]);
    expect((await report({ kind: 'arrived', stopId: randomUUID() })).status).toBe(400);
  });

  test('is of now at the latest, though the phone’s clock be fast', async () => {
    const other = await draftConvoy(story);
    const client = await phoneOf(other);
    ok(await report({ kind: 'problem', at: agoMin(-90), note: 'ساعة الهاتف مقدَّمة' }, client));
    const [alert] = await alerts('problem', other.convoy.id);
    expect(Date.parse(alert?.beganAt ?? '')).toBeLessThanOrEqual(story.clock.now().getTime());
  });

  test('is not of a time before there was a convoy', async () => {
    const other = await draftConvoy(story);
    const client = await phoneOf(other);
    ok(
      await report(
        { kind: 'problem', at: '2001-01-01T00:00:00Z', note: 'ساعة الهاتف عادت إلى الصفر' },
        client,
      ),
    );
    const [alert] = await alerts('problem', other.convoy.id);
    expect(Date.parse(alert?.beganAt ?? '')).toBeGreaterThan(Date.parse(agoMin(1)));
  });

  test('is heard, though another vehicle’s phone has made the same id', async () => {
    const other = await draftConvoy(story);
    const client = await phoneOf(other);
    const id = randomUUID();
    ok(await report({ id, kind: 'problem', note: 'بابٌ لا يُغلق' }));
    ok(await report({ id, kind: 'sos' }, client));
    expect(await alerts('sos', other.convoy.id)).toMatchObject([{ status: 'raised' }]);
  });
});

test('a driver is told of hazards on what is left of the way, the nearest first', async () => {
  const { accountId } = await stockUp(story, 10);
  const other = await departed(story, [{ accountId, quantity: 10 }]);
  story.clock.advance(120 * MINUTE_MS);
  const client = await phoneOf(other);
  const burn = (name: string, lat: number, lng: number) =>
    story.coordinator.call(createHazard, {
      body: {
        name,
        note: '',
        severity: 'severe',
        area: { type: 'circle', center: { lat, lng }, radiusM: 2_000 },
        validFrom: agoMin(5),
        validTo: agoMin(-600),
      },
    });
  // On the straight lines from Damascus by Haffeh to Kasab.
  ok(await burn('بعيد', 35.7, 36.025), 201);
  ok(await burn('قريب', 34.555, 36.175), 201);
  const { hazards } = ok(await client.call(readDriver));
  expect(hazards.map(({ name }) => name)).toEqual(['قريب', 'بعيد']);
  const [near, far] = hazards;
  expect(near?.aheadM).toBeGreaterThan(150_000);
  expect(near?.aheadMin).toBeGreaterThan(60);
  expect(far?.aheadM).toBeGreaterThan(near?.aheadM ?? 0);
  // A hundred minutes of the first line, beyond the nearer one.
  const way = Array.from({ length: 21 }, (_fix, n) => {
    const share = (n * 5) / 150;
    const place = { lat: 33.51 + (35.6 - 33.51) * share, lng: 36.31 + (36.04 - 36.31) * share };
    return fix(100 - n * 5, place);
  });
  ok(await send(way, client));
  const left = async () => ok(await client.call(readDriver)).hazards;
  await expect.poll(async () => (await left()).map(({ name }) => name)).toEqual(['بعيد']);
  expect((await left())[0]?.aheadM).toBeLessThan((far?.aheadM ?? 0) - 100_000);
});
