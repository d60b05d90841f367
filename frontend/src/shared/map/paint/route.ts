import { type Palette, stageColour } from '../palette.ts';
import { type Px, type PxLine, partOf, tracePath } from '../pixels.ts';
import type { Stage } from '../scene.ts';

type Stroke = { readonly colour: string; readonly width: number; readonly dash?: readonly number[] };

function strokeLine(
  ctx: CanvasRenderingContext2D,
  points: readonly Px[],
  { colour, width, dash = [] }: Stroke,
): void {
  const isDotted = dash[0] === 0;
  ctx.beginPath();
  tracePath(ctx, points);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineJoin = 'round';
  ctx.lineCap = dash.length > 0 && !isDotted ? 'butt' : 'round';
  ctx.setLineDash([...dash]);
  ctx.stroke();
  ctx.setLineDash([]);
}

export type RouteMark = {
  readonly line: PxLine;
  readonly stage: Stage;
  readonly progress: number;
  readonly approximate: boolean;
  readonly isSelected: boolean;
};

const isMoving = (stage: Stage) => stage === 'en_route' || stage === 'held' || stage === 'arrived';

function widthOf({ isSelected, stage }: RouteMark): number {
  if (isSelected) return 4.5;
  return isMoving(stage) ? 2.8 : 2;
}

function aheadDash({ approximate, isSelected }: RouteMark, width: number): number[] {
  if (approximate) return [0, width * 2.1];
  return isSelected ? [9, 6] : [6, 4];
}

/** What is driven is solid, what lies ahead is dashed, a guess is dotted. */
export function drawRoute(ctx: CanvasRenderingContext2D, mark: RouteMark, scale: number, c: Palette): void {
  const { line, progress, stage, isSelected } = mark;
  const colour = stageColour(c, stage);
  const width = widthOf(mark) * scale;
  if (isSelected) {
    strokeLine(ctx, line.points, { colour: c.halo, width: width + 5 });
    strokeLine(ctx, line.points, { colour: c.routeGlow, width: width + 3.4 });
  } else if (isMoving(stage)) strokeLine(ctx, line.points, { colour: c.routeGlowQuiet, width: width + 1.8 });
  const dash = aheadDash(mark, width);
  if (progress > 0) {
    const done = partOf(line, 0, Math.min(1, progress));
    strokeLine(ctx, done, { colour, width, dash: mark.approximate ? dash : [] });
  }
  if (progress < 1) strokeLine(ctx, partOf(line, Math.max(0, progress), 1), { colour, width, dash });
}

const TRAIL_DOTS = 30;

/** Where the vehicle has been: a thin line, and white dots for its last fixes that fade with age. Oldest first. */
export function drawTrail(
  ctx: CanvasRenderingContext2D,
  points: readonly Px[],
  scale: number,
  c: Palette,
): void {
  if (points.length > TRAIL_DOTS) {
    strokeLine(ctx, points, { colour: c.halo, width: 2.6 * scale });
    strokeLine(ctx, points, { colour: c.markLight, width: 1.4 * scale });
  }
  const recent = points.slice(-TRAIL_DOTS);
  recent.forEach((p, i) => {
    ctx.globalAlpha = (i + 1) / recent.length;
    ctx.beginPath();
    ctx.arc(p.x, p.y, 1.5 * scale, 0, 2 * Math.PI);
    ctx.fillStyle = c.markLight;
    ctx.fill();
  });
  ctx.globalAlpha = 1;
}
