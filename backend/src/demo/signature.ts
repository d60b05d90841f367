import type { Signature } from '@qafila/contract';

/** A few looping strokes, so that a demo paper looks signed. */
export const DEMO_SIGNATURE: Signature = [
  Array.from({ length: 60 }, (_, i): [number, number] => {
    const t = i / 59;
    return [
      round(0.14 + t * 0.62 + Math.sin(t * 19) * 0.05),
      round(0.52 + Math.sin(t * 23) * 0.2 * (1 - t * 0.4)),
    ];
  }),
  [
    [0.2, 0.78],
    [0.5, 0.74],
    [0.83, 0.77],
  ],
];

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
