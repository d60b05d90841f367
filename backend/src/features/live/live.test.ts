import {
  readConvoyTrack,
  readLiveMap,
  readPositions,
  signIn,
  signOut,
  signOutEverywhere,
} from '@qafila/contract';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addConvoy, allotGoods, loadGoods, receiveGoods } from '../../testing/cargo.ts';
import type { Client } from '../../testing/client.ts';
import { PASSWORD, startTestServer, type TestServer } from '../../testing/server.ts';
import { addTracker, type TestTracker } from '../../testing/trackers.ts';
import { createWorld, type World } from '../../testing/world.ts';

/** Two associations, each with goods on a convoy of its own. */
type Scene = {
  campaignId: string;
  mine: { associationId: string; convoyId: string; tracker: TestTracker };
  theirs: { associationId: string; convoyId: string; tracker: TestTracker };
};

let server: TestServer;
let world: World;
let scene: Scene;
let staff: Client;
let member: Client;
const sockets: Socket[] = [];

beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  scene = await makeScene();
  staff = await server.as('official');
  member = await server.as('association', { associationId: scene.mine.associationId });
  server.server.announcer.announce({ kind: 'trackersChanged' });
  changed('convoys');
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(() => server.close());

async function makeScene(): Promise<Scene> {
  const mine = await world.association({ nameEn: 'Mine' });
  const theirs = await world.association({ nameEn: 'Theirs' });
  const campaignId = await world.campaign({ participants: [mine, theirs] });
  return {
    campaignId,
    mine: await sendConvoy(campaignId, mine),
    theirs: await sendConvoy(campaignId, theirs),
  };
}

async function sendConvoy(campaignId: string, associationId: string) {
  const itemId = await world.item({ unitWeightG: 2_000 });
  const depot = await world.site('warehouse');
  const destination = await world.site('distribution_point', { governorateCode: 'SY06' });
  const needId = await world.need({ campaignId, siteId: destination, itemId, quantity: 100 });
  const pledgeId = await world.pledge({
    campaignId,
    associationId,
    itemId,
    siteId: depot,
    quantity: 50,
    needId,
  });
  const goods = await receiveGoods(world, { pledgeId, siteId: depot, quantity: 50 });
  const tracker = await addTracker(world);
  const convoy = await addConvoy(world, {
    campaignId,
    originSiteId: depot,
    stopSiteIds: [destination],
    vehicleIds: [tracker.vehicleId],
  });
  const lineId = await allotGoods(world, { convoy, ...goods, quantity: 30 });
  await loadGoods(world, lineId, 30);
  await server
    .db('convoys')
    .where({ id: convoy.id })
    .update({ loading_at: new Date(Date.now() - 3_600_000) });
  return { associationId, convoyId: convoy.id, tracker };
}

function changed(topic: 'convoys' | 'pledges'): void {
  server.server.announcer.announce({
    kind: 'campaignChanged',
    campaignId: scene.campaignId,
    topics: [topic],
  });
}

let secondsAgo = 3_000;
/** A fix newer than any before it. */
async function drive(tracker: TestTracker, lat = 34.7): Promise<number> {
  secondsAgo -= 10;
  const timestamp = Math.floor(Date.now() / 1000) - secondsAgo;
  const answer = await fetch(
    `${server.url}/?id=${tracker.deviceId}&lat=${lat}&lon=36.7&timestamp=${timestamp}`,
  );
  expect(answer.status).toBe(200);
  return timestamp;
}

function connect(client: Client | undefined, headers: Record<string, string> = {}): Socket {
  const extraHeaders = { ...(client && { cookie: client.cookie }), ...headers };
  const socket = io(server.url, {
    transports: ['websocket'],
    extraHeaders,
    reconnection: false,
    forceNew: true,
  });
  sockets.push(socket);
  return socket;
}

function heard(socket: Socket, event: string, timeoutMs = 2_000): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event}`)), timeoutMs);
    socket.once(event, (said: unknown) => {
      clearTimeout(timer);
      resolve(said);
    });
  });
}

async function connected(client: Client): Promise<Socket> {
  const socket = connect(client);
  await heard(socket, 'connect');
  return socket;
}

const ask = (socket: Socket, campaignId: unknown) =>
  socket.timeout(2_000).emitWithAck('campaign:watch', campaignId);
const watch = (socket: Socket) => ask(socket, scene.campaignId);

describe('positions', () => {
  test('a browser hears a fix within a second, after a snapshot that names the frame before', async () => {
    const socket = await connected(staff);
    const { ok, data } = await watch(socket);
    expect(ok).toBe(true);
    const frame = heard(socket, 'positions:changed', 1_000);
    const timestamp = await drive(scene.mine.tracker);
    expect(await frame).toEqual({
      campaignId: scene.campaignId,
      sequence: data.sequence + 1,
      fixes: [[scene.mine.tracker.number, timestamp, 34.7, 36.7, null, null, null, null]],
    });
  });

  test('an association does not hear the vehicles of others', async () => {
    const socket = await connected(member);
    await watch(socket);
    const frames: { fixes: number[][] }[] = [];
    socket.on('positions:changed', (frame) => frames.push(frame));
    await drive(scene.theirs.tracker);
    await drive(scene.mine.tracker);
    await expect.poll(() => frames.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const numbers = frames.flatMap((frame) => frame.fixes.map(([number]) => number));
    expect(new Set(numbers)).toEqual(new Set([scene.mine.tracker.number]));
    const { body } = await member.call(readPositions, { params: { campaignId: scene.campaignId } });
    expect(body.fixes.map(([number]) => number)).toEqual([scene.mine.tracker.number]);
  });

  test('late fixes do not reach the map', async () => {
    const newest = await drive(scene.mine.tracker);
    const socket = await connected(staff);
    await watch(socket);
    const frame = heard(socket, 'positions:changed', 700);
    const { deviceId } = scene.mine.tracker;
    const late = await fetch(`${server.url}/?id=${deviceId}&lat=34.6&lon=36.7&timestamp=${newest - 500}`);
    expect(late.status).toBe(200);
    await expect(frame).rejects.toThrow('no positions:changed');
  });

  test('changes of the campaign are told together', async () => {
    const socket = await connected(member);
    await watch(socket);
    const change = heard(socket, 'campaign:changed');
    changed('convoys');
    changed('pledges');
    changed('convoys');
    expect(await change).toEqual({ campaignId: scene.campaignId, topics: ['convoys', 'pledges'] });
  });
});

describe('who may listen', () => {
  test('nobody without a session, and no page of another site', async () => {
    expect(await heard(connect(undefined), 'connect_error')).toMatchObject({
      message: 'not_signed_in',
      data: { status: 401 },
    });
    await heard(connect(staff, { origin: 'https://evil.example' }), 'connect_error');
    await heard(connect(staff, { origin: server.url }), 'connect');
  });

  test('a campaign one has no part in is not there', async () => {
    const stranger = await connected(await server.as('association'));
    expect(await watch(stranger)).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    const frame = heard(stranger, 'positions:changed', 600);
    await drive(scene.mine.tracker);
    await expect(frame).rejects.toThrow('no positions:changed');
  });

  test('a session that ends takes its sockets along within a second, and they cannot come back', async () => {
    const person = await server.as('official');
    const socket = await connected(person);
    const [ended, gone] = [heard(socket, 'session:ended', 1_000), heard(socket, 'disconnect', 1_000)];
    const { cookie } = person;
    await person.call(signOutEverywhere);
    await Promise.all([ended, gone]);
    person.cookie = cookie;
    await heard(connect(person), 'connect_error');
  });

  test('signing out here leaves the other device connected', async () => {
    const here = await server.as('official', { email: 'two.devices@example.org' });
    const there = server.visitor();
    await there.call(signIn, { body: { email: 'two.devices@example.org', password: PASSWORD } });
    const [mine, other] = [await connected(here), await connected(there)];
    const gone = heard(mine, 'disconnect', 1_000);
    await here.call(signOut);
    await gone;
    expect(await watch(other)).toMatchObject({ ok: true });
  });
});

async function stillAnswers(): Promise<void> {
  expect(await watch(await connected(staff))).toMatchObject({ ok: true });
}

describe('what is thrown at the socket', () => {
  test.each([
    ['an object', { $ne: null }],
    ['a list', []],
    ['no UUID', "' OR 1=1 --"],
    ['nothing', undefined],
    ['ten thousand characters', 'x'.repeat(10_000)],
  ])('%s in place of a campaign is refused by name', async (_name, campaignId) => {
    const socket = await connected(staff);
    expect(await ask(socket, campaignId)).toMatchObject({
      ok: false,
      problem: { code: 'invalid_input', errors: [{ path: 'campaignId' }] },
    });
  });

  test('an acknowledgement that is no function, or none', async () => {
    const socket = await connected(staff);
    socket.emit('campaign:watch', scene.campaignId, 'not a function');
    socket.emit('campaign:watch', scene.campaignId, { call: 1 });
    socket.emit('campaign:unwatch');
    expect(await watch(socket)).toMatchObject({ ok: true });
  });

  test('events that do not exist', async () => {
    const socket = await connected(staff);
    for (const name of ['__proto__', 'constructor', 'campaign:delete', 'x'.repeat(5_000)])
      socket.emit(name, {});
    expect(await socket.timeout(1_000).emitWithAck('campaign:delete', scene.campaignId)).toMatchObject({
      ok: false,
      problem: { code: 'not_found' },
    });
    await stillAnswers();
  });
});

describe('packets no client of ours would send', () => {
  test.each([
    ['an object as event name', '42[{"a":1},2]'],
    ['a reserved event name', '42["disconnecting"]'],
    ['11 binary attachments', '4511-["campaign:watch",{"_placeholder":true,"num":10}]'],
    ['an attachment that is not there', '451-["campaign:watch",{"_placeholder":true,"num":7}]'],
    ['no JSON', '42[,'],
    ['a 2 MB frame', `42["campaign:watch","${'x'.repeat(2_000_000)}"]`],
  ])('%s', async (_name, packet) => {
    const socket = await connected(staff);
    const engine = socket.io.engine as unknown as { transport: { ws: { send: (text: string) => void } } };
    engine.transport.ws.send(packet);
    await stillAnswers();
  });

  test('a flood is refused and then let go', async () => {
    const socket = await connected(staff);
    const answers = await Promise.all(Array.from({ length: 40 }, () => watch(socket)));
    expect(answers.filter(({ ok }) => ok).length).toBeLessThan(30);
    expect(answers.at(-1)).toMatchObject({ ok: false, problem: { code: 'too_many_requests' } });
    const gone = heard(socket, 'disconnect');
    for (let n = 0; n < 200; n++) socket.emit('campaign:watch', scene.campaignId);
    await gone;
    await stillAnswers();
  });

  test('no address gets more connections than its share', async () => {
    const open = Array.from({ length: 520 }, () => connect(staff));
    const results = await Promise.all(
      open.map((socket) =>
        Promise.race([heard(socket, 'connect', 15_000), heard(socket, 'connect_error', 15_000)]),
      ),
    );
    const refused = results.filter((result) => result instanceof Error);
    expect(refused.length).toBeGreaterThanOrEqual(20);
    for (const socket of open) socket.disconnect();
    await expect
      .poll(async () =>
        connected(staff).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
  });
});

describe('the live map', () => {
  test('shows convoys with cargo by association, destinations and depots in kilograms', async () => {
    const { body } = await staff.call(readLiveMap, { params: { campaignId: scene.campaignId } });
    expect(body.convoys).toHaveLength(2);
    const mine = body.convoys.find(({ convoy }) => convoy.id === scene.mine.convoyId);
    expect(mine?.cargo).toMatchObject([
      { association: { nameEn: 'Mine' }, totalKg: 60, categoryKg: { bedding: 60 } },
    ]);
    expect(body.destinations.map(({ coverage }) => [coverage.neededKg, coverage.aboardKg])).toEqual([
      [200, 60],
      [200, 60],
    ]);
    expect(body.depots.map(({ onHandKg }) => onHandKg)).toEqual([40, 40]);
  });

  test('an association sees its own convoy, share and stock alone', async () => {
    const { body } = await member.call(readLiveMap, { params: { campaignId: scene.campaignId } });
    expect(body.convoys.map(({ convoy }) => convoy.id)).toEqual([scene.mine.convoyId]);
    expect(JSON.stringify(body)).not.toContain('Theirs');
    expect(body.depots.map(({ onHandKg }) => onHandKg)).toEqual([40]);
  });

  test('a track is in time order, without the fix that cannot be, and only for those who may follow', async () => {
    const { number, deviceId } = scene.mine.tracker;
    await server.db('positions').where({ vehicle_number: number }).del();
    const from = Math.floor(Date.now() / 1000) - 1_500;
    const order = [5, 3, 9, 1, 7, 2, 8, 4, 6, 0];
    for (const step of order) {
      const lat = step === 4 ? 31 : 34 + step * 0.001;
      await fetch(`${server.url}/?id=${deviceId}&lat=${lat}&lon=36.7&timestamp=${from + step * 10}`);
    }
    const { body } = await member.call(readConvoyTrack, { params: { convoyId: scene.mine.convoyId } });
    expect(body).toHaveLength(1);
    expect(body[0]?.points.map(([at]) => (at - from) / 10)).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9]);
    const foreign = await member.call(readConvoyTrack, { params: { convoyId: scene.theirs.convoyId } });
    expect([foreign.status, foreign.problem.code]).toEqual([404, 'not_found']);
  });

  test('a long track is thinned to what a screen can show', async () => {
    const { number } = scene.theirs.tracker;
    const from = Date.now() - 3_000_000;
    await server.db.raw(
      `INSERT INTO positions (vehicle_number, recorded_at, received_at, lat, lng)
       SELECT ?, to_timestamp(?::float8 + n), now(), 34 + n * 0.0001, 36 FROM generate_series(0, 2499) AS n
       ON CONFLICT DO NOTHING`,
      [number, Math.floor(from / 1000)],
    );
    const { body } = await staff.call(readConvoyTrack, { params: { convoyId: scene.theirs.convoyId } });
    const points = body[0]?.points ?? [];
    expect(points.length).toBeLessThanOrEqual(500);
    expect(points.length).toBeGreaterThan(450);
  });
});
