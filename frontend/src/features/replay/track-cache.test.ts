import { expect, test, vi } from 'vitest';
import type { Track } from './track.ts';
import { STRETCH_MS, TrackCache } from './track-cache.ts';

const DAY_MS = 86_400_000;
const NOW = 10 * DAY_MS;

function trackAt(ms: number): Track {
  return { vehicleId: 'v', number: 1, convoyId: 'c', atS: [ms / 1000], lat: [33], lng: [36] };
}

function cacheOf() {
  const asked: number[] = [];
  const onLoaded = vi.fn();
  const cache = new TrackCache(async (from) => {
    asked.push(from);
    return [trackAt(from)];
  }, onLoaded);
  return { asked, cache, onLoaded };
}

test('the stretch of an instant and the one before are fetched once, the next one from the middle on', async () => {
  const { asked, cache, onLoaded } = cacheOf();
  const at = DAY_MS + 3_600_000;
  expect(cache.around(at, NOW)).toEqual([]);
  expect(cache.isReady(at)).toBe(false);
  await vi.waitFor(() => expect(onLoaded).toHaveBeenCalledTimes(2));
  expect(cache.isReady(at)).toBe(true);
  expect(cache.around(at, NOW)[0]?.atS).toEqual([(DAY_MS - STRETCH_MS) / 1000, DAY_MS / 1000]);
  cache.around(at + STRETCH_MS / 2, NOW);
  expect(asked).toEqual([DAY_MS - STRETCH_MS, DAY_MS, DAY_MS + STRETCH_MS]);
});

test('the stretch that is still growing is read again after a while, and nothing of the future is asked for', async () => {
  const { asked, cache, onLoaded } = cacheOf();
  const at = NOW + 5 * 3_600_000;
  cache.around(at, at);
  await vi.waitFor(() => expect(onLoaded).toHaveBeenCalledTimes(2));
  cache.around(at, at + 10_000);
  expect(asked).toHaveLength(2);
  cache.around(at, at + 31_000);
  expect(asked).toEqual([NOW - STRETCH_MS, NOW, NOW]);
});

test('what could not be fetched is asked for again with the next look', async () => {
  let tries = 0;
  const cache = new TrackCache(
    async () => {
      tries += 1;
      if (tries <= 2) throw new Error('away');
      return [trackAt(DAY_MS)];
    },
    () => undefined,
  );
  cache.around(DAY_MS, NOW);
  await Promise.resolve();
  await Promise.resolve();
  cache.around(DAY_MS, NOW);
  await vi.waitFor(() => expect(cache.isReady(DAY_MS)).toBe(true));
});
