import { describe, expect, test } from 'vitest';
import { handlesFor, indexForNew, insertPoint, isFixed, type LineRules } from './line-edit.ts';

const at = (lat: number, lng: number) => ({ lat, lng });
const FREE: LineRules = { mode: 'line', keepsEnds: false };
const KEPT: LineRules = { mode: 'line', keepsEnds: true };
const ZONE: LineRules = { mode: 'polygon', keepsEnds: false };

/** Clicks one after the other, each going on from the point before. */
function clicked(
  points: { lat: number; lng: number }[],
  rules: LineRules,
  clicks: { lat: number; lng: number }[],
) {
  return clicks.reduce(
    ({ line, chosen }, click) => {
      const index = indexForNew(line, click, rules, chosen);
      return { line: insertPoint(line, index, click), chosen: index };
    },
    { line: points, chosen: null as number | null },
  ).line;
}

describe('clicks one after the other', () => {
  const clicks = [at(34, 36), at(34.5, 36.2), at(35, 36.1)];

  test('draw a line in their order', () => {
    expect(clicked([], FREE, clicks)).toEqual(clicks);
  });

  test('draw between two stops that stand', () => {
    const [from, to] = [at(33, 36), at(36, 36)];
    expect(clicked([from, to], KEPT, clicks)).toEqual([from, ...clicks, to]);
  });

  test('draw the corners of a zone in their order', () => {
    expect(clicked([], ZONE, clicks)).toEqual(clicks);
  });
});

test('with the first point chosen, a line grows at its start, unless its ends stand', () => {
  const line = [at(34, 36), at(35, 36)];
  expect(indexForNew(line, at(33, 36), FREE, 0)).toBe(0);
  expect(indexForNew(line, at(33, 36), KEPT, 0)).toBe(1);
});

test('with no corner chosen, a zone grows on its nearest edge', () => {
  const zone = [at(34, 36), at(35, 36), at(35, 37), at(34, 37)];
  expect(indexForNew(zone, at(34.5, 37.1), ZONE, null)).toBe(3);
  expect(indexForNew(zone, at(33.9, 36.5), ZONE, null)).toBe(4);
});

test('only the ends of a line stand', () => {
  const line = [at(34, 36), at(34.5, 36), at(35, 36)];
  expect([0, 1, 2].map((i) => isFixed(line, i, KEPT))).toEqual([true, false, true]);
  expect([0, 1, 2].map((i) => isFixed(line, i, ZONE))).toEqual([false, false, false]);
});

describe('handles', () => {
  const px = (...xs: number[]) => xs.map((x) => ({ x, y: 0 }));

  test('leave out points that lie closer than a finger, but never the ends', () => {
    expect(handlesFor(px(0, 5, 10, 30, 33), 'line', 22).points).toEqual([0, 3, 4]);
  });

  test('stand in the middle of every part that has room for one; a zone has one on its closing edge', () => {
    const corners = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 10 },
    ];
    expect(handlesFor(corners, 'line', 22).middles).toEqual([0]);
    expect(handlesFor(corners, 'polygon', 22).middles).toEqual([0, 2]);
  });
});
