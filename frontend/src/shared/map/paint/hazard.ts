import type { HazardSeverity } from '@qafila/contract';
import type { Palette } from '../palette.ts';
import { type Px, tracePath } from '../pixels.ts';

const HATCH_PX = 7;

export type HazardMark = {
  readonly ring: readonly Px[];
  readonly severity: HazardSeverity;
  readonly freshness: number;
  readonly isSelected: boolean;
};

/** A zone nearly over is still to be seen. */
const PALEST = 0.35;
const OUTLINE_PX: Record<HazardSeverity, number> = { minor: 1.2, moderate: 1.6, severe: 2, extreme: 2.6 };

/** A zone with red hatching, and its outline: the graver, the thicker; the older, the paler. */
export function drawHazard(
  ctx: CanvasRenderingContext2D,
  { ring, severity, freshness, isSelected }: HazardMark,
  c: Palette,
): void {
  if (ring.length < 3) return;
  const strength = PALEST + (1 - PALEST) * freshness;
  const path = new Path2D();
  tracePath(path, ring);
  path.closePath();
  const xs = ring.map((p) => p.x);
  const ys = ring.map((p) => p.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  ctx.save();
  ctx.globalAlpha = (isSelected ? 0.22 : 0.1) * strength;
  ctx.fillStyle = c.hazard;
  ctx.fill(path);
  ctx.clip(path);
  ctx.globalAlpha = 0.45 * strength;
  ctx.strokeStyle = c.hazard;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let x = left - (bottom - top); x < right; x += HATCH_PX) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + bottom - top, top);
  }
  ctx.stroke();
  ctx.restore();
  if (isSelected) {
    ctx.strokeStyle = c.markLight;
    ctx.lineWidth = OUTLINE_PX[severity] + 5;
    ctx.stroke(path);
  }
  ctx.globalAlpha = isSelected ? 1 : strength;
  ctx.strokeStyle = c.hazard;
  ctx.lineWidth = OUTLINE_PX[severity] + (isSelected ? 1 : 0);
  ctx.stroke(path);
  ctx.globalAlpha = 1;
}

/** One satellite detection: the older, the paler. */
export function drawFire(
  ctx: CanvasRenderingContext2D,
  at: Px,
  ageHours: number,
  isSelected: boolean,
  { markScale: scale, palette: c }: { markScale: number; palette: Palette },
): void {
  const isFresh = ageHours < 6;
  const r = (isFresh ? 2.6 : 2.2) * scale;
  if (isSelected) {
    ctx.fillStyle = c.markLight;
    ctx.fillRect(at.x - r - 3.5, at.y - r - 3.5, r * 2 + 7, r * 2 + 7);
    ctx.strokeStyle = c.hazard;
    ctx.lineWidth = 1.5;
    ctx.strokeRect(at.x - r - 3.5, at.y - r - 3.5, r * 2 + 7, r * 2 + 7);
  }
  ctx.globalAlpha = isFresh ? 0.95 : ageHours < 24 ? 0.55 : 0.26;
  ctx.fillStyle = c.fire;
  ctx.fillRect(at.x - r, at.y - r, r * 2, r * 2);
  ctx.globalAlpha = 1;
}
