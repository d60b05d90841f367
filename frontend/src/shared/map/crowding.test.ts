import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupCrowded } from './crowding.ts';

const options = { reachPx: 26, radiusOf: (count: number) => 8 + 2 * Math.log2(count) };
const at = (x: number, y = 0) => ({ at: { x, y } });
const places = fc.array(
  fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) }),
  {
    maxLength: 120,
  },
);

describe('what crowds on a map', () => {
  test('are one disc in their middle', () => {
    const groups = groupCrowded([at(0), at(10), at(20)], options);
    expect(groups).toEqual([{ members: [at(0), at(10), at(20)], at: { x: 10, y: 0 } }]);
  });

  test('but for two, who stand side by side', () => {
    expect(groupCrowded([at(0), at(10), at(200)], options)).toEqual([]);
  });

  test('are never in two discs, and no disc covers another', () => {
    fc.assert(
      fc.property(places, (points) => {
        const groups = groupCrowded(
          points.map((point) => ({ at: point })),
          options,
        );
        const members = groups.flatMap((group) => group.members);
        expect(new Set(members).size).toBe(members.length);
        groups.forEach((a, i) => {
          for (const b of groups.slice(i + 1)) {
            expect(Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y)).toBeGreaterThan(2 * 8);
          }
        });
      }),
    );
  });
});
