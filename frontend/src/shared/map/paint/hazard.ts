import type { Palette } from '../palette.ts';
import { type Px, tracePath } from '../pixels.ts';

const HATCH_PX = 7;

/** A zone with red hatching, and its outline. */
export function drawHazard(ctx: CanvasRenderingContext2D, ring: readonly Px[], c: Palette): void {
  if (ring.length < 3) return;
  const path = new Path2D();
  tracePath(path, ring);
  path.closePath();
  const xs = ring.map((p) => p.x);
  const ys = ring.map((p) => p.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  ctx.save();
  ctx.globalAlpha = 0.1;
  ctx.fillStyle = c.hazard;
  ctx.fill(path);
  ctx.clip(path);
  ctx.globalAlpha = 0.45;
  ctx.strokeStyle = c.hazard;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let x = left - (bottom - top); x < right; x += HATCH_PX) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + bottom - top, top);
  }
  ctx.stroke();
  ctx.restore();
  ctx.strokeStyle = c.hazard;
  ctx.lineWidth = 1.6;
  ctx.stroke(path);
}

/** One satellite detection: the older, the paler. */
export function drawFire(
  ctx: CanvasRenderingContext2D,
  at: Px,
  ageHours: number,
  scale: number,
  c: Palette,
): void {
  const isFresh = ageHours < 6;
  const r = (isFresh ? 2.6 : 2.2) * scale;
  ctx.globalAlpha = isFresh ? 0.95 : ageHours < 24 ? 0.55 : 0.26;
  ctx.fillStyle = c.fire;
  ctx.fillRect(at.x - r, at.y - r, r * 2, r * 2);
  ctx.globalAlpha = 1;
}
