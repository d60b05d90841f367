import { LIMITS, type Signature } from '@qafila/contract';

export type Point = Signature[number][number];

/** Closer than this to the point before (of a box of 1 by 1) adds nothing to a stroke that an eye could see. */
const CLOSEST = 0.004;

/** Where a pointer is in the pad's box, as shares of its width and height; never outside it. */
export function normalise(pointer: { clientX: number; clientY: number }, box: DOMRect): Point {
  return [share(pointer.clientX - box.left, box.width), share(pointer.clientY - box.top, box.height)];
}

function share(offset: number, size: number): number {
  const within = size > 0 ? Math.min(1, Math.max(0, offset / size)) : 0;
  return Math.round(within * 10_000) / 10_000;
}

/** The strokes with a new one begun; the same strokes where they are full. */
export function begin(strokes: Signature, point: Point): Signature {
  return isFull(strokes) ? strokes : [...strokes, [point]];
}

/** The strokes with a point added to the last one; the same strokes where it adds nothing or they are full. */
export function extend(strokes: Signature, point: Point): Signature {
  const last = strokes.at(-1) ?? [];
  const before = last.at(-1);
  const isClose = before && Math.hypot(point[0] - before[0], point[1] - before[1]) < CLOSEST;
  if (isClose || isFull(strokes)) return strokes;
  return [...strokes.slice(0, -1), [...last, point]];
}

function isFull(strokes: Signature): boolean {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0) >= LIMITS.signaturePoints;
}

/** SVG path of the strokes in a box of `width` by `height`; a single point becomes a dot. */
export function pathOf(strokes: Signature, width: number, height: number): string {
  return strokes
    .map((stroke) => {
      const [first, ...rest] = stroke.map(([x, y]) => `${round(x * width)} ${round(y * height)}`);
      return `M${first}L${(rest.length > 0 ? rest : [first]).join(' ')}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
