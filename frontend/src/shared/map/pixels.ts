/** Screen space: lines drawn beside each other, and parts of lines. */

export type Px = { readonly x: number; readonly y: number };

export type PxLine = {
  readonly points: readonly Px[];
  readonly at: readonly number[];
  readonly length: number;
};

function normalOf(a: Px, b: Px): Px {
  const d = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: -(b.y - a.y) / d, y: (b.x - a.x) / d };
}

/** Drops points nearer than the distance to the one before; the ends stay. */
export function thinOut(points: readonly Px[], distance: number): Px[] {
  const out: Px[] = [];
  points.forEach((p, i) => {
    const before = out.at(-1);
    const isEnd = i === points.length - 1;
    if (!before || isEnd || Math.hypot(p.x - before.x, p.y - before.y) >= distance) out.push(p);
  });
  return out;
}

/** Shifts a line sideways; a bend moves along the mean normal of its two segments. */
export function offsetLine(points: readonly Px[], by: number): readonly Px[] {
  if (by === 0) return points;
  return points.map((p, i) => {
    const before = normalOf(points[i - 1] ?? p, points[i - 1] ? p : (points[i + 1] ?? p));
    const after = normalOf(points[i + 1] ? p : (points[i - 1] ?? p), points[i + 1] ?? p);
    const [x, y] = [before.x + after.x, before.y + after.y];
    const d = Math.hypot(x, y) || 1;
    return { x: p.x + (x / d) * by, y: p.y + (y / d) * by };
  });
}

export function measurePx(points: readonly Px[]): PxLine {
  const at: number[] = [];
  let total = 0;
  points.forEach((p, i) => {
    const before = points[i - 1];
    if (before) total += Math.hypot(p.x - before.x, p.y - before.y);
    at.push(total);
  });
  return { points, at, length: total };
}

export function pointAt(line: PxLine, distance: number): Px {
  const found = line.at.findIndex((d) => d >= distance);
  const i = found < 0 ? line.points.length - 1 : Math.max(1, found);
  const [a, b] = [line.points[i - 1], line.points[i]];
  if (!a || !b) return line.points[0] ?? { x: 0, y: 0 };
  const start = line.at[i - 1] ?? 0;
  const share = Math.min(1, Math.max(0, (distance - start) / ((line.at[i] ?? start) - start || 1)));
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** The part of a line between two shares of its length. */
export function partOf(line: PxLine, from: number, to: number): Px[] {
  const [start, end] = [line.length * from, line.length * to];
  const inner = line.points.filter((_, i) => (line.at[i] ?? 0) > start && (line.at[i] ?? 0) < end);
  return [pointAt(line, start), ...inner, pointAt(line, end)];
}

/** Whether a point lies inside a ring, by the crossings of a ray to the right. */
export function isWithin(ring: readonly Px[], { x, y }: Px): boolean {
  let isInside = false;
  ring.forEach((a, i) => {
    const b = ring.at(i - 1) ?? a;
    const crosses = a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x;
    if (crosses) isInside = !isInside;
  });
  return isInside;
}

export function tracePath(ctx: CanvasPath, points: readonly Px[]): void {
  points.forEach((p, i) => {
    if (i === 0) ctx.moveTo(p.x, p.y);
    else ctx.lineTo(p.x, p.y);
  });
}
