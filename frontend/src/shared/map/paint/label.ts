import type { Box, Collider } from '../collider.ts';
import type { Palette } from '../palette.ts';
import type { Px } from '../pixels.ts';
import { drawGlyph } from './glyphs.ts';
import { drawHaloText, fontOf, type TextStyle, widthOf } from './text.ts';

export type LabelPart = { readonly text: string; readonly tone: 'ink' | 'muted'; readonly glyph?: 'settled' };

export type LabelLine = { readonly parts: readonly LabelPart[]; readonly style: TextStyle };

export type Label = { readonly lines: readonly LabelLine[]; readonly box: Box; readonly align: -1 | 0 | 1 };

export type LabelRequest = {
  readonly lines: readonly LabelLine[];
  readonly at: Px;
  /** Distance from the mark's middle to its edge. */
  readonly radius: number;
  /** The side that is tried first. */
  readonly prefers: 'left' | 'right';
  /** Named even where it covers something. */
  readonly mustShow: boolean;
  readonly isInside: (box: Box) => boolean;
};

const PART_GAP = 8;
const GLYPH_PX = 9;
const LINE_HEIGHT = 1.26;

const glyphSize = ({ px }: TextStyle) => (px / 11.5) * GLYPH_PX;

function lineWidth(ctx: CanvasRenderingContext2D, { parts, style }: LabelLine, palette: Palette): number {
  ctx.font = fontOf(palette, style);
  const widths = parts.map((part) => widthOf(ctx, part.text) + (part.glyph ? glyphSize(style) + 2 : 0));
  return widths.reduce((sum, width) => sum + width, 0) + PART_GAP * (parts.length - 1);
}

const lineHeight = ({ style }: LabelLine) => style.px * LINE_HEIGHT;

type Candidate = { readonly box: Box; readonly align: -1 | 0 | 1 };

/** Beside, above, below, and at the corners; then the same further out. */
function candidates({ at, radius, prefers }: LabelRequest, w: number, h: number): Candidate[] {
  return [7, 16, 28].flatMap((away) => {
    const gap = radius + away;
    const corner = gap * 0.75;
    const place = (left: number, top: number, align: -1 | 0 | 1): Candidate => ({
      box: [left, top, left + w, top + h],
      align,
    });
    const leftOf = (x: number, y: number) => place(at.x - x - w, at.y + y, 1);
    const rightOf = (x: number, y: number) => place(at.x + x, at.y + y, -1);
    const [near, far] = prefers === 'left' ? [leftOf, rightOf] : [rightOf, leftOf];
    return [
      near(gap, -h / 2),
      far(gap, -h / 2),
      place(at.x - w / 2, at.y - gap - h + 4, 0),
      place(at.x - w / 2, at.y + gap - 4, 0),
      near(corner, -h - 2),
      near(corner, 2),
      far(corner, -h - 2),
      far(corner, 2),
    ];
  });
}

const roomy = ([left, top, right, bottom]: Box): Box => [left - 3, top - 1, right + 3, bottom + 1];

/** Takes the first free place around a mark, with fewer lines where there is no room for all, or answers null. */
export function placeLabel(
  ctx: CanvasRenderingContext2D,
  request: LabelRequest,
  collider: Collider,
  palette: Palette,
): Label | null {
  const { isInside, mustShow } = request;
  for (let count = request.lines.length; count > 0; count -= 1) {
    const lines = request.lines.slice(0, count);
    const w = Math.max(...lines.map((line) => lineWidth(ctx, line, palette)));
    const h = lines.reduce((sum, line) => sum + lineHeight(line), 0);
    const all = candidates(request, w, h);
    const free = all.find(({ box }) => isInside(box) && collider.isFree(roomy(box)));
    const forced = mustShow && count === 1 ? (all.find(({ box }) => isInside(box)) ?? all[0]) : undefined;
    const chosen = free ?? forced;
    if (!chosen) continue;
    collider.block(roomy(chosen.box));
    return { lines, ...chosen };
  }
  return null;
}

export function drawLabel(ctx: CanvasRenderingContext2D, { lines, box, align }: Label, c: Palette): void {
  const [left, top, right] = box;
  let y = top;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  for (const line of lines) {
    const width = lineWidth(ctx, line, c);
    const slack = right - left - width;
    let x = left + slack * ((align + 1) / 2);
    const middle = y + lineHeight(line) / 2;
    for (const part of line.parts) {
      x += drawPart(ctx, part, line.style, { x, y: middle }, c) + PART_GAP;
    }
    y += lineHeight(line);
  }
}

function drawPart(
  ctx: CanvasRenderingContext2D,
  part: LabelPart,
  style: TextStyle,
  at: Px,
  c: Palette,
): number {
  const size = part.glyph ? glyphSize(style) : 0;
  if (part.glyph) {
    const middle = { x: at.x + size / 2, y: at.y - 0.5 };
    drawGlyph(ctx, part.glyph, middle, { size, fill: c.covDelivered, halo: c.labelHalo, haloPx: 1.6 });
  }
  const shift = part.glyph ? size + 2 : 0;
  const colours = { fill: part.tone === 'ink' ? c.ink : c.muted, halo: c.labelHalo, haloPx: 4 };
  drawHaloText(ctx, part.text, { x: at.x + shift, y: at.y }, colours);
  return shift + widthOf(ctx, part.text);
}
