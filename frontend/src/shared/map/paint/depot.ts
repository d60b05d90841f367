import type { Palette } from '../palette.ts';
import type { Px } from '../pixels.ts';

/** A dark tile with a roof and a door. */
export function drawDepot(
  ctx: CanvasRenderingContext2D,
  at: Px,
  scale: number,
  c: Palette,
  isSelected: boolean,
): void {
  const r = 10 * scale;
  const tile = (grow: number, radius: number, colour: string) => {
    ctx.beginPath();
    ctx.roundRect(at.x - r - grow, at.y - r - grow, 2 * (r + grow), 2 * (r + grow), radius);
    ctx.fillStyle = colour;
    ctx.fill();
  };
  if (isSelected) tile(4, 7, c.enRoute);
  tile(1.5, 4, isSelected ? c.markLight : c.halo);
  tile(0.5, 4, c.markLight);
  tile(-1.5, 3, c.markDark);
  ctx.strokeStyle = c.markLight;
  ctx.lineWidth = 1.5 * scale;
  ctx.lineJoin = 'miter';
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(at.x - 5 * scale, at.y - 0.5 * scale);
  ctx.lineTo(at.x, at.y - 4.5 * scale);
  ctx.lineTo(at.x + 5 * scale, at.y - 0.5 * scale);
  ctx.stroke();
  ctx.strokeRect(at.x - 3.5 * scale, at.y - 0.5 * scale, 7 * scale, 5 * scale);
}
