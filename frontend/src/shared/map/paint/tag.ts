import type { Box, Collider } from '../collider.ts';
import { type Palette, stageColour } from '../palette.ts';
import type { Px } from '../pixels.ts';
import type { SceneConvoy } from '../scene.ts';
import { drawGlyph } from './glyphs.ts';
import { fontOf, widthOf } from './text.ts';

export type Tag = {
  readonly convoy: SceneConvoy;
  readonly at: Px;
  readonly box: Box;
  readonly codeWidth: number;
  readonly delay: string;
};

export type TagContent = {
  readonly convoy: SceneConvoy;
  readonly at: Px;
  /** The delay in words of the reader's language; empty when on time. */
  readonly delay: string;
  readonly mustShow: boolean;
};

const CODE_PX = 12.5;
const DELAY_PX = 11.5;
const SHIFTS = [0, -20, 20, -40, 40] as const;

/** Remembers on which side a tag stood, so that it does not flutter while its vehicle moves. */
export class TagPlacer {
  readonly #last = new Map<string, number>();

  place(
    ctx: CanvasRenderingContext2D,
    { convoy, at, delay, mustShow }: TagContent,
    { collider, palette, scale }: { collider: Collider; palette: Palette; scale: number },
  ): Tag | null {
    ctx.font = fontOf(palette, { px: CODE_PX * scale, weight: 600 });
    const codeWidth = widthOf(ctx, convoy.code) + 14 * scale;
    ctx.font = fontOf(palette, { px: DELAY_PX * scale, weight: 600 });
    const markWidth = delay === '' ? (convoy.incident ? 22 * scale : 0) : widthOf(ctx, delay) + 26 * scale;
    const [w, h, gap] = [codeWidth + markWidth, 22 * scale, 18 * scale];
    const boxes = SHIFTS.flatMap((shift): Box[] => {
      const top = at.y - h / 2 + shift * scale;
      return [
        [at.x - gap - w, top, at.x - gap, top + h],
        [at.x + gap, top, at.x + gap + w, top + h],
      ];
    });
    const index = this.#choose(convoy.id, boxes, collider) ?? (mustShow ? 0 : null);
    const box = index === null ? undefined : boxes[index];
    if (index === null || !box) return null;
    this.#last.set(convoy.id, index);
    collider.block(roomy(box));
    return { convoy, at, box, codeWidth, delay };
  }

  #choose(id: string, boxes: readonly Box[], collider: Collider): number | null {
    const last = this.#last.get(id);
    const held = last === undefined ? undefined : boxes[last];
    if (last !== undefined && held && collider.isFree(roomy(held))) return last;
    const index = boxes.findIndex((box) => collider.isFree(roomy(box)));
    return index < 0 ? null : index;
  }
}

const roomy = ([left, top, right, bottom]: Box): Box => [left - 3, top - 3, right + 3, bottom + 3];

/** The convoy's code on a plate, with its delay in amber and ▲, or its incident in red and ✖. */
export function drawTag(
  ctx: CanvasRenderingContext2D,
  tag: Tag,
  scale: number,
  c: Palette,
  isSelected: boolean,
): void {
  const { convoy, at, box, codeWidth } = tag;
  const [left, top, right, bottom] = box;
  const middle = (top + bottom) / 2;
  const colour = stageColour(c, convoy.stage);
  ctx.strokeStyle = isSelected ? colour : c.halo;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(at.x, at.y);
  ctx.lineTo(left > at.x ? left : right, middle);
  ctx.stroke();
  const plate = new Path2D();
  plate.roundRect(left, top, right - left, bottom - top, 4);
  ctx.lineWidth = 3.4;
  ctx.strokeStyle = c.markLight;
  ctx.stroke(plate);
  ctx.fillStyle = isSelected ? colour : c.markLight;
  ctx.fill(plate);
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = colour;
  ctx.stroke(plate);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.font = fontOf(c, { px: CODE_PX * scale, weight: 600 });
  ctx.fillStyle = isSelected && convoy.stage !== 'loading' ? c.markLight : c.markDark;
  ctx.fillText(convoy.code, left + codeWidth / 2, middle + 1);
  if (right - left > codeWidth + 1) drawMark(ctx, tag, scale, c);
}

function drawMark(
  ctx: CanvasRenderingContext2D,
  { convoy, box, codeWidth, delay }: Tag,
  scale: number,
  c: Palette,
): void {
  const [left, top, right, bottom] = box;
  const start = left + codeWidth;
  const middle = (top + bottom) / 2;
  const glyph = convoy.incident ? 'incident' : 'delayed';
  const ink = convoy.incident ? c.markLight : c.markDark;
  ctx.fillStyle = c[glyph];
  ctx.beginPath();
  ctx.roundRect(start, top, right - start, bottom - top, [0, 3.5, 3.5, 0]);
  ctx.fill();
  const glyphAt = { x: delay === '' ? (start + right) / 2 : start + 11 * scale, y: middle };
  drawGlyph(ctx, glyph, glyphAt, { size: 10.5 * scale, fill: ink });
  ctx.font = fontOf(c, { px: DELAY_PX * scale, weight: 600 });
  ctx.fillStyle = ink;
  ctx.fillText(delay, (start + right) / 2 + 7 * scale, middle + 1);
}
