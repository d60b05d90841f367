import type { Palette } from '../palette.ts';

export type Lang = 'ar' | 'en';

export type TextStyle = { readonly px: number; readonly weight: 400 | 600 };

const widths = new Map<string, number>();
const MAX_REMEMBERED = 4000;

export const fontOf = (palette: Palette, { px, weight }: TextStyle) =>
  `${weight} ${px}px ${palette.fontFamily}`;

/** Width of a text in the context's present font; asked thousands of times for the same names. */
export function widthOf(ctx: CanvasRenderingContext2D, text: string): number {
  const key = `${ctx.font}|${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > MAX_REMEMBERED) widths.clear();
  const { width } = ctx.measureText(text);
  widths.set(key, width);
  return width;
}

/** Widths measured before a font has arrived are wrong. */
export function forgetWidths(): void {
  widths.clear();
}

export type HaloText = { readonly fill: string; readonly halo: string; readonly haloPx: number };

/** Text with a rim of the ground's colour, readable on any line that runs below it. */
export function drawHaloText(
  ctx: CanvasRenderingContext2D,
  text: string,
  at: { x: number; y: number },
  { fill, halo, haloPx }: HaloText,
): void {
  ctx.lineJoin = 'round';
  ctx.lineWidth = haloPx;
  ctx.strokeStyle = halo;
  ctx.strokeText(text, at.x, at.y);
  ctx.fillStyle = fill;
  ctx.fillText(text, at.x, at.y);
}
