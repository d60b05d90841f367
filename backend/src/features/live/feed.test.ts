import type { Fix, FixTuple } from '@qafila/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFeed } from './feed.ts';
import { convoyRoomOf, type Followed, roomOf } from './rooms.ts';

const CAMPAIGN = 'c1';
const STAFF = roomOf(CAMPAIGN, null);
const GIVER = roomOf(CAMPAIGN, 'a1');

type Frame = { campaignId: string; sequence: number; fixes: FixTuple[] };

const fixAt = (second: number): Fix => ({
  recordedAtMs: second * 1000,
  lat: 34.1234567,
  lng: 36,
  speedMps: 12.345,
  headingDeg: 359.9,
  altitudeM: null,
  accuracyM: null,
  batteryPct: null,
});

async function setUp() {
  const followed: Followed[] = [
    { vehicleNumber: 1, campaignId: CAMPAIGN, convoyId: 'v1', associationIds: ['a1'] },
    { vehicleNumber: 2, campaignId: CAMPAIGN, convoyId: 'v2', associationIds: [] },
  ];
  const fleet = new Map<number, Fix>();
  const deaf = new Set<string>();
  const sent: (readonly [string, Frame])[] = [];
  let viewersAre: Promise<void> = Promise.resolve();
  const feed = createFeed({
    newest: (number) => fleet.get(number),
    progressOf: (number) => (number === 1 ? (fleet.get(1)?.recordedAtMs ?? 0) / 100 : null),
    followed: async () => followed,
    isHeard: (room) => !deaf.has(room),
    send(frames) {
      for (const [room, json] of frames) sent.push([room, JSON.parse(json)]);
      return viewersAre;
    },
  });
  await feed.refresh();
  const move = (number: number, second: number): void => {
    fleet.set(number, fixAt(second));
    feed.moved([number]);
  };
  const framesOf = (room: string) => sent.filter(([name]) => name === room).map(([, frame]) => frame);
  const snapshot = (associationId: string | null = null): Omit<Frame, 'campaignId'> =>
    JSON.parse(feed.snapshot(roomOf(CAMPAIGN, associationId)));
  /** Viewers take frames no faster than that. */
  const slowDown = (until: Promise<void>): void => {
    viewersAre = until;
  };
  return { feed, followed, deaf, move, framesOf, snapshot, slowDown };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first move goes out at once, a burst after it as one frame with the newest of each', async () => {
  const { move, framesOf } = await setUp();
  move(1, 1);
  await vi.advanceTimersByTimeAsync(1);
  expect(framesOf(STAFF)).toHaveLength(1);
  for (let second = 2; second <= 50; second++) move(1, second);
  move(2, 9);
  await vi.advanceTimersByTimeAsync(90);
  expect(framesOf(STAFF)).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10);
  const [first, second] = framesOf(STAFF);
  expect(second?.fixes).toEqual([
    [1, 50, 34.12346, 36, 12.3, 0, null, 500],
    [2, 9, 34.12346, 36, 12.3, 0, null, null],
  ]);
  expect(second?.sequence).toBe((first?.sequence ?? 0) + 1);
});

test('an association hears of the vehicles that carry its goods, a convoy’s followers of its own, and of no other', async () => {
  const { move, framesOf, snapshot } = await setUp();
  move(1, 1);
  move(2, 1);
  await vi.advanceTimersByTimeAsync(10);
  expect(framesOf(GIVER).flatMap((frame) => frame.fixes.map(([number]) => number))).toEqual([1]);
  expect(snapshot('a1').fixes.map(([number]) => number)).toEqual([1]);
  expect(snapshot('a2').fixes).toEqual([]);
  const ofConvoy = framesOf(convoyRoomOf('v2')).flatMap((frame) => frame.fixes.map(([number]) => number));
  expect(ofConvoy).toEqual([2]);
});

test('frames that follow a snapshot carry the next number, and a new process begins higher', async () => {
  const { move, framesOf, snapshot } = await setUp();
  const { sequence } = snapshot();
  move(1, 1);
  await vi.advanceTimersByTimeAsync(10);
  expect(framesOf(STAFF)[0]?.sequence).toBe(sequence + 1);
  await vi.advanceTimersByTimeAsync(1_000);
  const later = await setUp();
  expect(later.snapshot().sequence).toBeGreaterThan(sequence + 1);
});

test('a vehicle that joins is shown where it is, without waiting for it to move', async () => {
  const { feed, followed, move, framesOf } = await setUp();
  move(3, 5);
  await vi.advanceTimersByTimeAsync(300);
  expect(framesOf(STAFF)).toEqual([]);
  followed.push({ vehicleNumber: 3, campaignId: CAMPAIGN, convoyId: 'v2', associationIds: ['a1'] });
  await feed.refresh();
  await vi.advanceTimersByTimeAsync(300);
  expect(framesOf(GIVER)[0]?.fixes.map(([number]) => number)).toEqual([3]);
});

test('a snapshot holds what moved a moment ago, and so does the frame for one who missed some', async () => {
  const { feed, move, snapshot } = await setUp();
  move(1, 1);
  expect(snapshot().fixes).toEqual([[1, 1, 34.12346, 36, 12.3, 0, null, 10]]);
  move(1, 2);
  move(2, 2);
  expect(snapshot().fixes.map(([number, at]) => [number, at])).toEqual([
    [1, 2],
    [2, 2],
  ]);
  const all = JSON.parse(feed.everything(STAFF) ?? '');
  expect(all).toEqual({ campaignId: CAMPAIGN, ...snapshot() });
  expect(feed.everything('campaign:unknown')).toBeUndefined();
});

test('no frame is made for a room with nobody in it, and who comes later misses nothing', async () => {
  const { deaf, move, framesOf, snapshot } = await setUp();
  deaf.add(STAFF);
  move(1, 1);
  await vi.advanceTimersByTimeAsync(200);
  expect([framesOf(STAFF).length, framesOf(GIVER).length]).toEqual([0, 1]);
  deaf.clear();
  const { sequence, fixes } = snapshot();
  expect(fixes.map(([number]) => number)).toEqual([1]);
  move(2, 2);
  await vi.advanceTimersByTimeAsync(200);
  const told = framesOf(STAFF).map((frame) => [frame.sequence, frame.fixes.map(([number]) => number)]);
  expect(told).toEqual([[sequence + 1, [2]]]);
});

test('no frame is made while the one before is still being sent', async () => {
  const { move, framesOf, slowDown } = await setUp();
  let release = (): void => undefined;
  slowDown(
    new Promise((resolve) => {
      release = resolve;
    }),
  );
  move(1, 1);
  await vi.advanceTimersByTimeAsync(1);
  move(1, 2);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(framesOf(STAFF)).toHaveLength(1);
  release();
  await vi.advanceTimersByTimeAsync(1);
  expect(framesOf(STAFF)[1]?.fixes.map(([, at]) => at)).toEqual([2]);
});
