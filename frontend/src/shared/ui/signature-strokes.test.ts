import { LIMITS, Signature } from '@qafila/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, extend, normalise, pathOf } from './signature-strokes.ts';

const box = { left: 100, top: 50, width: 300, height: 100 } as DOMRect;

test('points are shares of the pad, whatever its size, and never outside it', () => {
  expect(normalise({ clientX: 250, clientY: 75 }, box)).toEqual([0.5, 0.25]);
  expect(normalise({ clientX: 0, clientY: 900 }, box)).toEqual([0, 1]);
});

test('whatever is drawn is a signature that the contract takes', () => {
  const pointer = fc.record({ clientX: fc.integer({ max: 900 }), clientY: fc.integer({ max: 900 }) });
  const stroke = fc.array(pointer, { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(stroke, { minLength: 1, maxLength: 6 }), (hand) => {
      let strokes: Signature = [];
      for (const [first, ...moves] of hand) {
        if (first) strokes = begin(strokes, normalise(first, box));
        for (const move of moves) strokes = extend(strokes, normalise(move, box));
      }
      expect(Signature.safeParse(strokes).success).toBe(true);
      expect(strokes).toHaveLength(hand.length);
    }),
  );
});

test('a hand that never lifts stops adding at the limit', () => {
  let strokes = begin([], [0, 0]);
  for (let i = 1; i <= LIMITS.signaturePoints; i += 1) strokes = extend(strokes, [i % 2, 0.5]);
  expect(strokes.flat()).toHaveLength(LIMITS.signaturePoints);
  expect(begin(strokes, [0, 0])).toBe(strokes);
});

test('a lifted hand begins a new stroke; a touch is a dot', () => {
  expect(
    pathOf(
      [
        [
          [0, 0],
          [0.5, 1],
        ],
        [[1, 1]],
      ],
      300,
      100,
    ),
  ).toBe('M0 0L150 100M300 100L300 100');
});
