import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, Collider } from './collider.ts';

const box = fc
  .tuple(fc.integer({ min: -200, max: 900 }), fc.integer({ min: -200, max: 900 }), fc.nat(150), fc.nat(40))
  .map(([left, top, width, height]): Box => [left, top, left + width + 1, top + height + 1]);

const overlap = (a: Box, b: Box) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

describe('Collider', () => {
  it('never lets two labels overlap, wherever they ask to stand', () => {
    fc.assert(
      fc.property(fc.array(fc.array(box, { minLength: 1, maxLength: 4 }), { maxLength: 40 }), (requests) => {
        const collider = new Collider();
        const taken: Box[] = [];
        for (const candidates of requests) {
          const chosen = candidates[collider.takeFirstFree(candidates)];
          if (chosen) taken.push(chosen);
        }
        taken.forEach((a, i) => {
          for (const b of taken.slice(i + 1)) expect(overlap(a, b)).toBe(false);
        });
      }),
    );
  });

  it('refuses a place only when something stands there', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 30 }), box, (blocked, wanted) => {
        const collider = new Collider();
        for (const each of blocked) collider.block(each);
        expect(collider.isFree(wanted)).toBe(!blocked.some((each) => overlap(each, wanted)));
      }),
    );
  });

  it('sees what lies below it, and leaves no trace there', () => {
    const below = new Collider();
    below.blockAround({ x: 100, y: 100 }, 10);
    const above = new Collider(below);
    above.block([200, 200, 220, 210]);
    expect(above.isFree([95, 95, 99, 99])).toBe(false);
    expect(below.isFree([205, 202, 210, 206])).toBe(true);
  });

  it('takes the first free of several places, or none', () => {
    const collider = new Collider();
    collider.block([0, 0, 50, 20]);
    expect(
      collider.takeFirstFree([
        [10, 5, 30, 15],
        [60, 5, 90, 15],
      ]),
    ).toBe(1);
    expect(
      collider.takeFirstFree([
        [10, 5, 30, 15],
        [60, 5, 90, 15],
      ]),
    ).toBe(-1);
  });
});
