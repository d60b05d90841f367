import type { Palette } from '../palette.ts';
import type { Px } from '../pixels.ts';
import type { SceneGeofence } from '../scene.ts';

/** Smaller than the ring of its stop, it says nothing. */
const SMALLEST_PX = 14;

/** A soft circle round a stop: dashed while ahead, firm while vehicles stand in it, hardly there once done. */
export function drawGeofence(
  ctx: CanvasRenderingContext2D,
  { at, radius, state }: { at: Px; radius: number; state: SceneGeofence['state'] },
  c: Palette,
): void {
  if (radius < SMALLEST_PX) return;
  ctx.beginPath();
  ctx.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = c.enRoute;
  ctx.strokeStyle = state === 'done' ? c.settled : c.enRoute;
  ctx.globalAlpha = { ahead: 0.07, inside: 0.16, done: 0.04 }[state];
  ctx.fill();
  ctx.globalAlpha = state === 'done' ? 0.45 : 0.85;
  ctx.lineWidth = state === 'inside' ? 2 : 1.3;
  ctx.setLineDash(state === 'inside' ? [] : [4, 4]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}
