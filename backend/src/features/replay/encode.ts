import type { ReplayTrack } from '@qafila/contract';

/** Hundred-thousandths of a degree: a metre, which is as fine as a map shows. */
const PARTS = 100_000;

type Point = readonly [second: number, lat: number, lng: number, ...unknown[]];

/** As whole numbers, each the difference to the one before: half the bytes of the plain points, and less when packed. */
export function encode(
  points: readonly Point[],
  fromSecond: number,
): Pick<ReplayTrack, 'dtS' | 'dLat' | 'dLng'> {
  return {
    dtS: differences(
      points.map(([second]) => second),
      fromSecond,
    ),
    dLat: differences(
      points.map(([, lat]) => Math.round(lat * PARTS)),
      0,
    ),
    dLng: differences(
      points.map(([, , lng]) => Math.round(lng * PARTS)),
      0,
    ),
  };
}

function differences(values: readonly number[], origin: number): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? origin));
}
