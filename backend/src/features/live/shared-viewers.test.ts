import {
  type ConvoyFile,
  createShareLink,
  moveCampaign,
  readSharedView,
  revokeShareLink,
  SHARE_TOKEN_HEADER,
  type ShareLink,
} from '@qafila/contract';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { departed, endStory, ok, type Story, startStory, stockUp } from '../../testing/convoy-story.ts';
import { addTracker, type TestTracker } from '../../testing/trackers.ts';

type Sent = { convoy: ConvoyFile['convoy']; tracker: TestTracker };

let story: Story;
let mine: Sent;
let theirs: Sent;
const sockets: Socket[] = [];

beforeAll(async () => {
  story = await startStory();
  mine = await send();
  theirs = await send();
  story.server.announcer.announce({ kind: 'trackersChanged' });
  changed(['convoys']);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(() => endStory(story));

async function send(): Promise<Sent> {
  const { accountId } = await stockUp(story, 10);
  const { convoy } = await departed(story, [{ accountId, quantity: 10 }]);
  return { convoy, tracker: await addTracker(story.world, convoy.vehicles[0]?.vehicleId ?? '') };
}

function changed(topics: ('convoys' | 'needs')[], campaignId = story.campaignId): void {
  story.server.announcer.announce({ kind: 'campaignChanged', campaignId, topics });
}

async function link(given: object = {}, campaignId = story.campaignId): Promise<ShareLink> {
  const body = { kind: 'wall', precision: 'exact', label: 'a hall', validHours: 24, ...given };
  return ok(await story.coordinator.call(createShareLink, { params: { campaignId }, body }), 201);
}

const tokenOf = ({ id, path }: ShareLink): string => `${id}.${path?.split('#')[1]}`;

function connect(share: unknown, cookie = ''): Socket {
  const socket = io(story.url, {
    transports: ['websocket'],
    auth: { share },
    extraHeaders: cookie ? { cookie } : {},
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

type Frame = { campaignId: string; sequence: number; fixes: number[][] };

type Change = { campaignId: string; topics: string[] };

/** A connection, and what it has been told so far; that the link itself was made does not count. */
async function follow(it: ShareLink, cookie = '') {
  const socket = connect(tokenOf(it), cookie);
  const frames: Frame[] = [];
  const changes: Change[] = [];
  socket.on('positions:changed', (frame: Frame) => frames.push(frame));
  socket.on('campaign:changed', (change: Change) => {
    if (!change.topics.includes('shares')) changes.push(change);
  });
  await heard(socket, 'connect');
  return { socket, frames, changes };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 500));

let secondsAgo = 3_000;
async function drive({ deviceId }: TestTracker): Promise<void> {
  secondsAgo -= 10;
  const timestamp = Math.floor(Date.now() / 1000) - secondsAgo;
  const answer = await fetch(`${story.url}/?id=${deviceId}&lat=34.7&lon=36.7&timestamp=${timestamp}`);
  expect(answer.status).toBe(200);
}

const vehiclesIn = (frames: readonly Frame[]): Set<number | undefined> =>
  new Set(frames.flatMap(({ fixes }) => fixes.map(([number]) => number)));

describe('what a link’s connection hears', () => {
  test('a wall: every vehicle of its campaign, from where its view stood, and what has changed', async () => {
    const wall = await link();
    const { frames, changes } = await follow(wall);
    await settled();
    const headers = { [SHARE_TOKEN_HEADER]: tokenOf(wall) };
    const { sequence } = ok(await story.visitor().call(readSharedView, { headers }));
    await drive(mine.tracker);
    await drive(theirs.tracker);
    changed(['needs']);
    await expect.poll(() => vehiclesIn(frames).size).toBe(2);
    expect(frames[0]?.sequence).toBe(sequence + 1);
    await expect.poll(() => changes).toEqual([{ campaignId: story.campaignId, topics: ['needs'] }]);
  });

  test('one convoy: its own vehicles, and no other', async () => {
    const { frames } = await follow(await link({ kind: 'convoy', convoyId: mine.convoy.id }));
    await drive(theirs.tracker);
    await drive(mine.tracker);
    await expect.poll(() => frames.length).toBeGreaterThan(0);
    await settled();
    expect(vehiclesIn(frames)).toEqual(new Set([mine.tracker.number]));
  });

  test('a coarse one: neither positions nor the moment of a change', async () => {
    const { frames, changes } = await follow(await link({ precision: 'coarse' }));
    await drive(mine.tracker);
    changed(['convoys', 'needs']);
    await settled();
    expect([frames, changes]).toEqual([[], []]);
  });

  test('of another campaign: nothing', async () => {
    const elsewhere = await story.world.campaign();
    const { frames, changes } = await follow(await link({}, elsewhere));
    await drive(mine.tracker);
    changed(['needs']);
    await settled();
    expect([frames, changes]).toEqual([[], []]);
  });
});

describe('a link’s connection', () => {
  test('cannot ask for more, whatever session comes with it', async () => {
    const elsewhere = await story.world.campaign();
    const { socket, frames, changes } = await follow(await link({}, elsewhere), story.coordinator.cookie);
    const answer = await socket.timeout(1_000).emitWithAck('campaign:watch', story.campaignId);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not_signed_in' } });
    await drive(mine.tracker);
    changed(['needs']);
    await settled();
    expect([frames, changes]).toEqual([[], []]);
  });

  test.each([
    ['a wrong secret', '00000000-0000-4000-8000-000000000000.x'],
    ['an empty one', ''],
    ['an object', { id: 1 }],
    ['null', null],
  ])('is not opened by %s, though the session is good', async (_name, share) => {
    const refused = await heard(connect(share, story.coordinator.cookie), 'connect_error');
    expect(refused).toMatchObject({ message: 'not_found', data: { status: 404 } });
  });

  test('goes dark within a second when its link is revoked, and cannot come back; others stay', async () => {
    const [ended, kept] = [await link(), await link()];
    const [dark, bright] = [await follow(ended), await follow(kept)];
    const [told, gone] = [heard(dark.socket, 'share:ended', 1_000), heard(dark.socket, 'disconnect', 1_000)];
    ok(await story.coordinator.call(revokeShareLink, { params: { shareLinkId: ended.id } }));
    await Promise.all([told, gone]);
    expect(await heard(connect(tokenOf(ended)), 'connect_error')).toMatchObject({
      message: 'share_link_ended',
      data: { status: 410 },
    });
    expect(bright.socket.connected).toBe(true);
  });

  test('goes dark when its campaign goes into the archive, and within a second of its end', async () => {
    const campaignId = await story.world.campaign();
    const archived = await follow(await link({}, campaignId));
    const short = await follow(await link({ validHours: 1 }));
    const long = await follow(await link({ validHours: 3 }));
    const admin = await story.as('admin');
    const told = heard(archived.socket, 'share:ended');
    for (const command of ['close', 'archive']) {
      ok(await admin.call(moveCampaign, { params: { campaignId }, body: { command } }));
    }
    await told;
    const ended = heard(short.socket, 'share:ended', 1_000);
    story.clock.advance(3_600_000);
    await ended;
    expect(long.socket.connected).toBe(true);
  });
});
