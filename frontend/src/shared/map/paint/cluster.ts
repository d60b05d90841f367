import type { Palette } from '../palette.ts';
import type { Px } from '../pixels.ts';
import { drawGlyph } from './glyphs.ts';
import { fontOf } from './text.ts';

export type ClusterMark = {
  readonly at: Px;
  readonly radius: number;
  /** How many, in the reader's digits. */
  readonly text: string;
  /** The worst of what one of them has met. */
  readonly badge: 'incident' | 'delayed' | null;
  readonly isHovered: boolean;
};

/** Grows with what it stands for, but slowly: ten are not ten times the size of one. */
export const clusterRadius = (count: number, scale: number) => (8 + 1.8 * Math.log2(count)) * scale;

/** Many vehicles as one disc with their number. */
export function drawCluster(
  ctx: CanvasRenderingContext2D,
  { at, radius, text, badge, isHovered }: ClusterMark,
  scale: number,
  c: Palette,
): void {
  const disc = (r: number, colour: string) => {
    ctx.beginPath();
    ctx.arc(at.x, at.y, r, 0, 2 * Math.PI);
    ctx.fillStyle = colour;
    ctx.fill();
  };
  disc(radius + (isHovered ? 4 : 2.2), isHovered ? c.enRoute : c.halo);
  disc(radius + 1.4, c.markLight);
  disc(radius, c.enRoute);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.font = fontOf(c, { px: 12 * scale, weight: 600 });
  ctx.fillStyle = c.markLight;
  ctx.fillText(text, at.x, at.y + 0.5);
  if (!badge) return;
  const corner = { x: at.x + radius * 0.75, y: at.y - radius * 0.75 };
  drawGlyph(ctx, badge, corner, { size: 11 * scale, fill: c.markDark, halo: c.markDark, haloPx: 2.4 });
  drawGlyph(ctx, badge, corner, { size: 11 * scale, fill: c[badge], halo: c.markLight, haloPx: 1.3 });
}
