import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HitGrid } from './hit-grid.ts';

const coordinate = fc.integer({ min: -300, max: 1500 });
const mark = fc.record({ x: coordinate, y: coordinate, radius: fc.integer({ min: 3, max: 60 }) });

describe('HitGrid', () => {
  it('finds the same mark as asking every one of them', () => {
    fc.assert(
      fc.property(
        fc.array(mark, { maxLength: 60 }),
        coordinate,
        coordinate,
        fc.nat(30),
        (marks, x, y, reach) => {
          const grid = new HitGrid<number>();
          marks.forEach((m, i) => {
            grid.add(i, m.x, m.y, m.radius);
          });
          const distance = (m: { x: number; y: number }) => Math.hypot(m.x - x, m.y - y);
          const near = marks.filter((m) => distance(m) <= Math.max(m.radius, reach));
          const found = grid.find(x, y, reach);
          const hit = found === null ? undefined : marks[found];
          expect(hit === undefined).toBe(near.length === 0);
          if (hit) expect(distance(hit)).toBe(Math.min(...near.map(distance)));
        },
      ),
    );
  });

  it('gives a finger more room than a mouse', () => {
    const grid = new HitGrid<string>();
    grid.add('truck', 100, 100, 12);
    expect(grid.find(118, 100)).toBeNull();
    expect(grid.find(118, 100, 24)).toBe('truck');
  });

  it('forgets what it is told to forget', () => {
    const grid = new HitGrid<string>();
    grid.add('truck', 100, 100, 12);
    grid.clear();
    expect(grid.find(100, 100)).toBeNull();
  });
});
