import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encode } from './encode.ts';

/** As a screen reads it. */
function decoded({ dtS, dLat, dLng }: ReturnType<typeof encode>, fromSecond: number): number[][] {
  let [second, lat, lng] = [fromSecond, 0, 0];
  return dtS.map((dt, index) => {
    second += dt;
    lat += dLat[index] ?? Number.NaN;
    lng += dLng[index] ?? Number.NaN;
    return [second, lat / 100_000, lng / 100_000];
  });
}

test('what is written as differences is read back to the metre, however long the way', () => {
  const points = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 86_400 }),
      fc.double({ min: 29, max: 42, noNaN: true }),
      fc.double({ min: 29, max: 49, noNaN: true }),
    ),
  );
  fc.assert(
    fc.property(points, (some) => {
      const track = some
        .toSorted((a, b) => a[0] - b[0])
        .map(([at, ...place]) => [at + 1_000, ...place] as const);
      const back = decoded(encode(track, 1_000), 1_000);
      expect(back).toHaveLength(track.length);
      for (const [index, [at, lat, lng]] of track.entries()) {
        expect(back[index]?.[0]).toBe(at);
        expect(Math.abs((back[index]?.[1] ?? 0) - lat)).toBeLessThanOrEqual(0.00001);
        expect(Math.abs((back[index]?.[2] ?? 0) - lng)).toBeLessThanOrEqual(0.00001);
      }
    }),
  );
});
