import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { FIX_FLAGS, LIMITS, PROBLEMS, type ProblemCode } from '@qafila/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { addTracker, type TestTracker } from '../../testing/trackers.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { activeTrackers } from '../vehicles/index.ts';
import { createHotHandler } from './hot-handler.ts';
import { createPositions } from './index.ts';

let server: TestServer;
let world: World;
let truck: TestTracker;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
});
beforeEach(async () => {
  truck = await addTracker(world);
  server.server.announcer.announce({ kind: 'trackersChanged' });
  await expect.poll(async () => (await send({ id: truck.deviceId })).status).toBe(200);
});
afterAll(() => server.close());

type Pairs = Record<string, string | number>;
const nowS = (): number => Math.floor(Date.now() / 1000);

const send = (pairs: Pairs, path = '/'): Promise<Response> =>
  fetch(`${server.url}${path}?${new URLSearchParams(Object.entries(pairs).map(([k, v]) => [k, String(v)]))}`);
const report = (pairs: Pairs = {}): Promise<Response> =>
  send({ id: truck.deviceId, lat: 34.7, lon: 36.7, timestamp: nowS(), ...pairs });
const post = (body: unknown, headers: Record<string, string> = {}, path = '/'): Promise<Response> =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const stored = () =>
  server.db('positions').where({ vehicle_number: truck.number }).orderBy('recorded_at').select('*');
const newest = () => server.db('last_positions').where({ vehicle_number: truck.number }).first();

async function expectProblem(answer: Response, status: number, code: ProblemCode, path?: string) {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = await answer.json();
  expect(problem).toMatchObject({ code, title: PROBLEMS[code].title });
  if (path !== undefined) expect(problem.errors.map((it: { path: string }) => it.path)).toContain(path);
  expect(JSON.stringify(problem)).not.toContain(truck.deviceId);
}

const traccar = (deviceId: string) => ({
  device_id: deviceId,
  location: {
    timestamp: new Date().toISOString(),
    coords: { latitude: 34.7, longitude: 36.7, speed: 10, heading: 5, accuracy: 4 },
  },
});
const own = { _type: 'location', lat: 34.7, lon: 36.7, tst: nowS() - 60, vel: 36, tid: 'tr' };

describe('the doors', () => {
  test.each(['/', '/api/v1/track'])('all three protocols are told apart at %s', async (path) => {
    const now = nowS();
    const form = new URLSearchParams({
      id: truck.deviceId,
      lat: '34.7',
      lon: '36.7',
      timestamp: String(now - 3),
    });
    const answers = await Promise.all([
      send({ id: truck.deviceId, lat: 34.7, lon: 36.7, speed: 10, timestamp: now - 1 }, path),
      fetch(`${server.url}${path}`, { method: 'POST', body: form }),
      fetch(`${server.url}${path}?${form}&x=1`.replace(/timestamp=\d+/, `timestamp=${now - 2}`), {
        method: 'POST',
      }),
      post(traccar(truck.deviceId), {}, path),
      post(own, { 'X-Limit-D': truck.deviceId }, path),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(await answers[4]?.text()).toBe('[]');
    const rows = await stored();
    expect(rows).toHaveLength(5);
    expect(
      rows
        .map((row) => row.speed_mps)
        .filter((speed) => speed !== null)
        .sort(),
    ).toEqual([10, 10, 5.14]);
  });

  test('a browser still gets its page, and other paths are not touched', async () => {
    for (const path of ['/', '/?lang=ar', '/?ref=share&x=1', '/convoys?id=1&lat=3']) {
      const answer = await fetch(server.url + path, { headers: { Accept: 'text/html' } });
      expect(answer.headers.get('content-security-policy')).not.toBeNull();
    }
    await expectProblem(
      await fetch(`${server.url}/api/v1/track`, { method: 'PUT' }),
      405,
      'method_not_allowed',
    );
  });

  test('an unknown tracker is told so in the words of its protocol', async () => {
    await expectProblem(await report({ id: 'nobody' }), 400, 'invalid_input', 'id');
    await expectProblem(await send({ lat: 34, lon: 36 }), 400, 'invalid_input', 'id');
    await expectProblem(await post(traccar('nobody')), 404, 'not_found');
    await expectProblem(await post(own, { 'X-Limit-D': 'nobody' }), 404, 'not_found');
    await expectProblem(await post({ ...own, tid: truck.deviceId }), 404, 'not_found');
  });
});

describe('who reports', () => {
  test('OwnTracks: Basic auth decides before the headers do', async () => {
    const authorization = `Basic ${Buffer.from(`driver:${truck.deviceId}`).toString('base64')}`;
    const answer = await post(own, { Authorization: authorization, 'X-Limit-D': 'nobody' });
    expect([answer.status, await answer.text()]).toEqual([200, '[]']);
    expect(await stored()).toHaveLength(1);
  });

  test.each([
    ['an empty body', ''],
    ['another type', { _type: 'lwt', tst: 1 }],
    ['a card', { _type: 'card', name: 'x' }],
  ])('OwnTracks: %s is taken and ignored', async (_name, body) => {
    const answer = await post(body);
    expect([answer.status, await answer.text()]).toEqual([200, '[]']);
  });

  test('a revoked tracker is refused from its next report on', async () => {
    await server.db('trackers').where({ vehicle_id: truck.vehicleId }).update({ revoked_at: new Date() });
    server.server.announcer.announce({ kind: 'trackersChanged' });
    await expect.poll(async () => (await send({ id: truck.deviceId })).status).toBe(400);
    await expectProblem(await report(), 400, 'invalid_input', 'id');
    expect(await stored()).toEqual([]);
  });

  test('a tracker made on another server of ours is known when it first reports', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const fresh = await addTracker(world);
    expect((await report({ id: fresh.deviceId })).status).toBe(200);
  });
});

const deepIn = (before: string, after: string): string =>
  before + '['.repeat(20_000) + ']'.repeat(20_000) + after;
const DEEP_EXTRAS = '{"device_id":"x","location":{"coords":{"latitude":34,"longitude":36},"extras":{"deep":';

describe('what is refused', () => {
  test.each([
    [{ lat: '90.0001' }, 'lat'],
    [{ lon: '-180.0001' }, 'lon'],
    [{ lat: 'NaN' }, 'lat'],
    [{ lon: '1e309' }, 'lon'],
    [{ lat: '' }, 'lat'],
    [{ timestamp: 'yesterday' }, 'timestamp'],
    [{ timestamp: '-1' }, 'timestamp'],
    [{ timestamp: '1e18' }, 'timestamp'],
  ])('OsmAnd %j', async (pairs, path) => {
    await expectProblem(await report(pairs), 400, 'invalid_input', path);
    expect(await stored()).toEqual([]);
  });

  test.each([
    [{ latitude: 90.0001, longitude: 36 }, 'location.coords.latitude'],
    [{ latitude: 34, longitude: -180.0001 }, 'location.coords.longitude'],
    [{ latitude: 'NaN', longitude: 36 }, 'location.coords.latitude'],
    [{ latitude: 34 }, 'location.coords.longitude'],
    [{ latitude: null, longitude: {} }, 'location.coords.longitude'],
  ])('JSON %j', async (coords, path) => {
    const body = { device_id: truck.deviceId, location: { coords } };
    await expectProblem(await post(body), 400, 'invalid_input', path);
    expect(await stored()).toEqual([]);
  });

  test.each([
    ['1e309 in JSON', `{"_type":"location","lat":1e309,"lon":36,"tst":1}`, 400, 'invalid_input'],
    ['half a JSON', '{"_type":"location",', 400, 'malformed_json'],
    ['text', 'hello', 400, 'malformed_json'],
    ['a list', '[{"_type":"location"}]', 400, 'invalid_input'],
    ['a number', '7', 400, 'invalid_input'],
    ['an object of no protocol', '{"lat":34,"lon":36}', 400, 'invalid_input'],
    ['deep nesting', '['.repeat(10_000) + ']'.repeat(10_000), 400, 'malformed_json'],
    [
      'OwnTracks, deep within',
      deepIn('{"_type":"location","lat":34,"lon":36,"x":', '}'),
      400,
      'malformed_json',
    ],
    ['Traccar Client, deep within', deepIn(DEEP_EXTRAS, '}}}'), 400, 'malformed_json'],
    ['a batch of 100,000', `[${'{"lat":1},'.repeat(100_000)}{}]`, 413, 'body_too_large'],
    ['2 MB without a length', 'x'.repeat(2_000_000), 413, 'body_too_large'],
  ] as const)('%s', async (_name, body, status, code) => {
    const headers = {
      'Content-Type': 'application/json',
      ...(body.startsWith('{"_type') && { 'X-Limit-D': truck.deviceId }),
    };
    const streamed = { method: 'POST', headers, body: new Blob([body]).stream(), duplex: 'half' } as const;
    const answer = await fetch(`${server.url}/`, streamed).catch(() => undefined);
    // A sender that is still sending when it is refused may see the connection close first.
    if (answer) await expectProblem(answer, status, code);
    else expect(status).toBe(413);
    expect((await report()).status).toBe(200);
  });

  test('the same key twice: nobody knows which was meant', async () => {
    const answer = await fetch(`${server.url}/?id=${truck.deviceId}&id=other&lat=34&lon=36`);
    await expectProblem(answer, 400, 'invalid_input', 'id');
  });

  test('a body that stops half way holds nobody up', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{"_type"');
    expect((await report()).status).toBe(200);
    socket.destroy();
  });
});

describe('what is taken', () => {
  test.each([
    ['0,0', { lat: 0, lon: 0 }, FIX_FLAGS.nullIsland | FIX_FLAGS.outOfArea],
    ['latitude and longitude swapped', { lat: 36.7, lon: 24.7 }, FIX_FLAGS.outOfArea],
    ['25 hours ahead', { timestamp: nowS() + 25 * 3600 }, FIX_FLAGS.future],
    ['1970', { timestamp: 1 }, FIX_FLAGS.ancient],
    ['an accuracy of a million kilometres', { accuracy: 1e9 }, FIX_FLAGS.inaccurate],
  ])('%s is kept, flagged and never the marker', async (_name, pairs, flags) => {
    expect((await report(pairs)).status).toBe(200);
    expect(await stored()).toMatchObject([{ flags }]);
    expect(await newest()).toBeUndefined();
  });

  test.each([
    ['speed −1', { speed: -1 }, { speed_mps: null }],
    ['accuracy 0', { accuracy: 0 }, { accuracy_m: 0 }],
    ['a bearing just below 360', { bearing: '359.99999' }, { heading_deg: 0 }],
    ['milliseconds', { timestamp: Math.floor(Date.now() / 1000) * 1000 }, {}],
    ['another convoy in the query', { convoyId: 'x' }, { attributes: { convoyId: 'x' } }],
    [
      'text the database cannot hold',
      { note: 'a\u0000b', mood: '\ud83d\ude9a' },
      { attributes: { mood: '🚚' } },
    ],
    ['quotes, backslashes and braces', { note: '"\\{},null' }, { attributes: { note: '"\\{},null' } }],
  ])('%s', async (_name, pairs, columns) => {
    expect((await report(pairs)).status).toBe(200);
    expect(await stored()).toMatchObject([{ flags: 0, vehicle_number: truck.number, ...columns }]);
    expect((await newest()).recorded_at.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test('attributes with 10,000 keys are kept to their bound', async () => {
    const extras = Object.fromEntries(Array.from({ length: 4_000 }, (_, index) => [`k${index}`, 1]));
    const coords = { latitude: 34, longitude: 36 };
    expect((await post({ device_id: truck.deviceId, location: { coords, extras } })).status).toBe(200);
    const [row] = await stored();
    expect(Object.keys(row.attributes)).toHaveLength(64);
  });

  test('without a place it is a status report, and nothing is stored', async () => {
    expect((await send({ id: truck.deviceId, batt: 40 })).status).toBe(200);
    expect(await stored()).toEqual([]);
  });
});

describe('many at once', () => {
  test('same time, other place: the first stays', async () => {
    const timestamp = nowS();
    expect((await report({ timestamp })).status).toBe(200);
    expect((await report({ timestamp, lat: 34.8 })).status).toBe(200);
    expect(await stored()).toMatchObject([{ lat: 34.7 }]);
    expect((await newest()).lat).toBe(34.7);
  });

  test('500 fixes in reverse order each find their place', async () => {
    const from = nowS() - 600;
    for (let batch = 0; batch < 10; batch++) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) => report({ timestamp: from + 500 - batch * 50 - index })),
      );
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    }
    const rows = await stored();
    expect(rows).toHaveLength(500);
    expect((await newest()).recorded_at.getTime()).toBe((from + 500) * 1000);
  });

  test('1,000 duplicates are stored once and each is answered', async () => {
    const timestamp = nowS();
    for (let batch = 0; batch < 10; batch++) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => report({ timestamp })));
      expect(answers.every((answer) => answer.status === 200)).toBe(true);
    }
    expect(await stored()).toHaveLength(1);
  });

  test('a jump is stored but does not move the marker until it is confirmed', async () => {
    const from = nowS() - 100;
    await report({ timestamp: from });
    await report({ timestamp: from + 10, lat: 31, lon: 31 });
    expect(await stored()).toHaveLength(2);
    expect((await newest()).lat).toBe(34.7);
    await report({ timestamp: from + 20, lat: 31, lon: 31 });
    await report({ timestamp: from + 30, lat: 31, lon: 31 });
    expect((await newest()).lat).toBe(31);
  });
});

describe('who reports too often', () => {
  let strict: TestServer;
  beforeAll(async () => {
    strict = await startTestServer({ trackerFixesPerS: 0.01 });
  });
  afterAll(() => strict.close());

  test('is told when to come again, in the words of the protocol, and nothing acknowledged is lost', async () => {
    const flooding = await addTracker(await createWorld(strict.db));
    strict.server.announcer.announce({ kind: 'trackersChanged' });
    const hello = () => fetch(`${strict.url}/?id=${flooding.deviceId}`);
    await expect.poll(async () => (await hello()).status).toBe(200);
    const from = nowS() - 10_000;
    let [sent, taken] = [0, 0];
    const refused: Response[] = [];
    while (refused.length === 0) {
      const answers = await Promise.all(
        Array.from({ length: 200 }, () =>
          fetch(`${strict.url}/?id=${flooding.deviceId}&lat=34.7&lon=36.7&timestamp=${from + sent++}`),
        ),
      );
      taken += answers.filter(({ status }) => status === 200).length;
      refused.push(...answers.filter(({ status }) => status !== 200));
    }
    expect(taken).toBeGreaterThan(LIMITS.trackerBacklog - 10);
    expect(await strict.db('positions').where({ vehicle_number: flooding.number })).toHaveLength(taken);
    const [first] = refused;
    if (!first) throw new Error('nobody was refused');
    await expectProblem(first, 429, 'too_many_requests');
    expect(Number(first.headers.get('retry-after'))).toBeGreaterThan(0);
    const headers = { 'Content-Type': 'application/json', 'X-Limit-D': flooding.deviceId };
    const phone = await fetch(strict.url, { method: 'POST', headers, body: JSON.stringify(own) });
    await expectProblem(phone, 503, 'unavailable');
    expect(Number(phone.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

test('a full queue answers 503 with when to come again', async () => {
  const hot = createHotHandler({
    trackers: { find: () => truck.number, findAnew: async () => truck.number },
    ingest: { push: (entry) => entry.done('unavailable') },
    rateLimit: () => 0,
    now: () => new Date(),
    onFailure: () => undefined,
  });
  const door = createServer((req, res) => void hot(req, res)).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(door.address() as AddressInfo).port}/?id=x&lat=34&lon=36`);
  await expectProblem(answer, 503, 'unavailable');
  expect(answer.headers.get('retry-after')).toBe('5');
  door.close();
});

test('every stored fix is told of in the order it came, before the marker moves', async () => {
  const told: string[] = [];
  const positions = createPositions({
    db: server.db,
    now: () => new Date(),
    activeTrackers,
    onStored: (batch) => {
      for (const { fix, flags, alarm } of batch) told.push(`${fix.lat} ${flags} ${alarm}`);
      throw new Error('a fault of who hears it');
    },
    onMoved: () => told.push('moved'),
    onFailure: () => told.push('failure'),
  });
  await positions.start();
  const door = createServer((req, res) => void positions.hot(req, res)).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/`;
  const tell = (lat: number, ago: number, more = '') =>
    fetch(`${url}?id=${truck.deviceId}&lat=${lat}&lon=36.7&timestamp=${nowS() - ago}${more}`);
  expect((await tell(34.7, 10)).status).toBe(200);
  expect((await tell(34.6, 60, '&alarm=sos')).status).toBe(200);
  expect((await tell(0, 5)).status).toBe(200);
  const swapped = `0 ${FIX_FLAGS.outOfArea} null`;
  expect(told).toEqual(['34.7 0 null', 'failure', 'moved', '34.6 0 sos', 'failure', swapped, 'failure']);
  door.close();
  await positions.close();
});

test('after a restart every vehicle is where it was last seen', async () => {
  const timestamp = nowS();
  expect((await report({ timestamp, speed: 10, batt: 55 })).status).toBe(200);
  const restarted = createPositions({
    db: server.db,
    now: () => new Date(),
    activeTrackers: async () => [],
    onStored: () => undefined,
    onMoved: () => undefined,
    onFailure: () => undefined,
  });
  await restarted.start();
  expect(restarted.fleet.newest(truck.number)).toMatchObject({
    recordedAtMs: timestamp * 1000,
    lat: 34.7,
    lng: 36.7,
    speedMps: 5.14,
    batteryPct: 55,
  });
  await restarted.close();
});
