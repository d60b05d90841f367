import type { Stage } from '../scene.ts';

/** Shapes in a 16 × 16 box: the shape says the same as the colour. */
const STAGE_PATHS: Record<Stage | 'delayed' | 'incident', string> = {
  planned: 'M8 1 15 8 8 15 1 8ZM8 4.2 4.2 8 8 11.8 11.8 8Z',
  loading: 'M1.5 1.5h13v13h-13ZM4 4v8h8V4ZM6 6h4v4H6Z',
  en_route: 'M3 1.5 14.5 8 3 14.5Z',
  held: 'M3 2h3.8v12H3ZM9.2 2H13v12H9.2Z',
  arrived:
    'M8 1a5.2 5.2 0 0 1 5.2 5.2C13.2 9.8 8 15 8 15S2.8 9.8 2.8 6.2A5.2 5.2 0 0 1 8 1ZM8 4a2.2 2.2 0 1 0 0 4.4A2.2 2.2 0 0 0 8 4Z',
  settled: 'M1.2 8.6 3.8 6 6.4 8.6 12.4 2.6 15 5.2 6.4 13.8Z',
  delayed: 'M8 1.5 15.2 14.2H.8Z',
  incident: 'M4 1.2 8 5.2 12 1.2 14.8 4 10.8 8 14.8 12 12 14.8 8 10.8 4 14.8 1.2 12 5.2 8 1.2 4Z',
};

const BOX = 16;

export type Glyph = keyof typeof STAGE_PATHS;

const paths = new Map<Glyph, Path2D>();

function pathOf(glyph: Glyph): Path2D {
  const known = paths.get(glyph);
  if (known) return known;
  const path = new Path2D(STAGE_PATHS[glyph]);
  paths.set(glyph, path);
  return path;
}

export type GlyphStyle = {
  readonly size: number;
  readonly fill: string;
  readonly halo?: string;
  readonly haloPx?: number;
};

/** Draws a glyph with its middle at a point. */
export function drawGlyph(
  ctx: CanvasRenderingContext2D,
  glyph: Glyph,
  at: { x: number; y: number },
  { size, fill, halo, haloPx = 0 }: GlyphStyle,
): void {
  const k = size / BOX;
  ctx.save();
  ctx.translate(at.x - size / 2, at.y - size / 2);
  ctx.scale(k, k);
  if (halo) {
    ctx.lineJoin = 'round';
    ctx.lineWidth = (haloPx * 2) / k;
    ctx.strokeStyle = halo;
    ctx.stroke(pathOf(glyph));
  }
  ctx.fillStyle = fill;
  ctx.fill(pathOf(glyph), 'evenodd');
  ctx.restore();
}
