import type { Fix } from '@qafila/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFeed, type Followed, type PositionFrame, roomOf } from './feed.ts';

const CAMPAIGN = 'c1';
const STAFF = roomOf(CAMPAIGN, null);
const GIVER = roomOf(CAMPAIGN, 'a1');

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
    { vehicleNumber: 1, campaignId: CAMPAIGN, associationIds: ['a1'] },
    { vehicleNumber: 2, campaignId: CAMPAIGN, associationIds: [] },
  ];
  const fleet = new Map<number, Fix>();
  const sent: [string, PositionFrame][] = [];
  const feed = createFeed({
    newest: (number) => fleet.get(number),
    progressOf: (number) => (number === 1 ? (fleet.get(1)?.recordedAtMs ?? 0) / 100 : null),
    followed: async () => followed,
    emit: (room, frame) => sent.push([room, frame]),
  });
  await feed.refresh();
  const move = (number: number, second: number): void => {
    fleet.set(number, fixAt(second));
    feed.moved(new Map([[number, fixAt(second)]]));
  };
  const framesOf = (room: string) => sent.filter(([name]) => name === room).map(([, frame]) => frame);
  return { feed, followed, move, framesOf };
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
  vi.advanceTimersByTime(1);
  expect(framesOf(STAFF)).toHaveLength(1);
  for (let second = 2; second <= 50; second++) move(1, second);
  move(2, 9);
  vi.advanceTimersByTime(200);
  expect(framesOf(STAFF)).toHaveLength(1);
  vi.advanceTimersByTime(60);
  const [first, second] = framesOf(STAFF);
  expect(second?.fixes).toEqual([
    [1, 50, 34.12346, 36, 12.3, 0, null, 500],
    [2, 9, 34.12346, 36, 12.3, 0, null, null],
  ]);
  expect(second?.sequence).toBe((first?.sequence ?? 0) + 1);
});

test('an association hears of the vehicles that carry its goods, and of no other', async () => {
  const { feed, move, framesOf } = await setUp();
  move(1, 1);
  move(2, 1);
  vi.advanceTimersByTime(10);
  expect(framesOf(GIVER).flatMap((frame) => frame.fixes.map(([number]) => number))).toEqual([1]);
  expect(feed.snapshot(CAMPAIGN, 'a1').fixes.map(([number]) => number)).toEqual([1]);
  expect(feed.snapshot(CAMPAIGN, 'a2').fixes).toEqual([]);
});

test('frames that follow a snapshot carry the next number, and a new process begins higher', async () => {
  const { feed, move, framesOf } = await setUp();
  const { sequence } = feed.snapshot(CAMPAIGN, null);
  move(1, 1);
  vi.advanceTimersByTime(10);
  expect(framesOf(STAFF)[0]?.sequence).toBe(sequence + 1);
  vi.advanceTimersByTime(1_000);
  const later = await setUp();
  expect(later.feed.snapshot(CAMPAIGN, null).sequence).toBeGreaterThan(sequence + 1);
});

test('a vehicle that joins is shown where it is, without waiting for it to move', async () => {
  const { feed, followed, move, framesOf } = await setUp();
  move(3, 5);
  vi.advanceTimersByTime(300);
  expect(framesOf(STAFF)).toEqual([]);
  followed.push({ vehicleNumber: 3, campaignId: CAMPAIGN, associationIds: ['a1'] });
  await feed.refresh();
  vi.advanceTimersByTime(300);
  expect(framesOf(GIVER)[0]?.fixes.map(([number]) => number)).toEqual([3]);
});
