import type { ConvoyFile } from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const HOUR_MS = 3_600_000;

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(async () => {
  await endStory(story);
});

/** A convoy that left ten hours ago for both destinations; `hour(n)`: so many hours after it left. */
async function onTheRoad(): Promise<{ file: ConvoyFile; hour: (hours: number) => string }> {
  const first = await stockUp(story, 5);
  const second = await stockUp(story, 5);
  const file = await departed(story, [
    { ...first, quantity: 5, stop: 0 },
    { ...second, quantity: 5, stop: 1 },
  ]);
  const leftAt = Date.parse(file.convoy.departedAt ?? '');
  story.clock.advance(10 * HOUR_MS);
  return { file, hour: (hours) => new Date(leftAt + hours * HOUR_MS).toISOString() };
}

async function faultOf(file: ConvoyFile, command: 'arrive' | 'unload', at: string) {
  const { status, problem } = await stopMove(story, file, 0, { command, at });
  return { status, path: problem.errors?.[0]?.path, code: problem.errors?.[0]?.code };
}

test('what is entered from paper keeps the times the paper says, down to the delivery', async () => {
  const { file, hour } = await onTheRoad();
  ok(await stopMove(story, file, 0, { command: 'arrive', at: hour(4) }));
  ok(await stopMove(story, file, 0, { command: 'unload', at: hour(5) }));
  const moved = ok(await stopMove(story, file, 1, { command: 'arrive', at: hour(7) }));
  expect(moved.convoy.stops).toMatchObject([
    { arrivedAt: hour(4), unloadingAt: hour(5) },
    { arrivedAt: hour(7), unloadingAt: null },
  ]);
  expect(moved.convoy).toMatchObject({ status: 'arrived', arrivedAt: hour(7) });
  const waybill = await waybillAt(story, file, 0);
  const times = { unloadingStartedAt: hour(5), signedAt: hour(6) };
  const signed = ok(await settle(story, waybill, { ...countOf(story, waybill), ...times }), 201);
  expect(signed.delivery).toMatchObject({ arrivedAt: hour(4), ...times });
});

test('stops entered out of turn bring the convoy in at the latest of their times', async () => {
  const { file, hour } = await onTheRoad();
  ok(await stopMove(story, file, 1, { command: 'arrive', at: hour(7) }));
  const moved = ok(await stopMove(story, file, 0, { command: 'arrive', at: hour(4) }));
  expect(moved.convoy).toMatchObject({ status: 'arrived', arrivedAt: hour(7) });
});

test('nothing happened before what came first, or in the future', async () => {
  const { file, hour } = await onTheRoad();
  expect(await faultOf(file, 'arrive', hour(-1))).toEqual({ status: 400, path: 'at', code: 'too_early' });
  expect(await faultOf(file, 'arrive', hour(11))).toEqual({ status: 400, path: 'at', code: 'after_now' });
  ok(await stopMove(story, file, 0, { command: 'arrive', at: hour(4) }));
  expect(await faultOf(file, 'unload', hour(3))).toEqual({ status: 400, path: 'at', code: 'too_early' });
});

test('the very minute of the step before counts as that step’s time', async () => {
  const { file } = await onTheRoad();
  const { departedAt } = file.convoy;
  const toTheMinute = `${departedAt?.slice(0, 16)}:00.000Z`;
  const moved = ok(await stopMove(story, file, 0, { command: 'arrive', at: toTheMinute }));
  expect(moved.convoy.stops[0]?.arrivedAt).toBe(departedAt);
});

test('a time left out is now', async () => {
  const { file } = await onTheRoad();
  const before = story.clock.now().getTime();
  const moved = ok(await stopMove(story, file, 0, { command: 'arrive' }));
  expect(Date.parse(moved.convoy.stops[0]?.arrivedAt ?? '')).toBeGreaterThanOrEqual(before);
});
