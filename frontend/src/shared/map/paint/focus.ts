import type { Palette } from '../palette.ts';
import type { Px } from '../pixels.ts';

/** Round the mark that the keyboard has reached. */
export function drawFocus(
  ctx: CanvasRenderingContext2D,
  { at, radius }: { at: Px; radius: number },
  c: Palette,
): void {
  for (const [width, colour] of [
    [6.5, c.markLight],
    [3.5, c.accent],
  ] as const) {
    ctx.beginPath();
    ctx.arc(at.x, at.y, radius + 6, 0, 2 * Math.PI);
    ctx.lineWidth = width;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
}
