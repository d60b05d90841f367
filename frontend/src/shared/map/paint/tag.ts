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
  /** Also further out, past the labels of what lies there. */
  readonly mayLead: boolean;
};

export type TagRoom = {
  readonly collider: Collider;
  readonly isInside: (box: Box) => boolean;
};

const CODE_PX = 12.5;
const DELAY_PX = 11.5;
const SHIFTS = [0, -20, 20, -40, 40, -62, 62, -90, 90, -125, 125] as const;
const GAPS = [18, 40, 64, 110, 160] as const;
type Spot = { readonly gap: number; readonly shift: number };
/** Beside its vehicle first, then ever further out, past the labels of what lies there. */
const SPOTS: readonly Spot[] = GAPS.flatMap((gap) => SHIFTS.map((shift) => ({ gap, shift }))).sort(
  (a, b) => Math.hypot(a.gap, a.shift) - Math.hypot(b.gap, b.shift),
);
/** The far ones are worth it only where a convoy must be found. */
const NEAR_SPOTS = SPOTS.filter(({ gap, shift }) => gap <= 40 && Math.abs(shift) <= 62);

/** Remembers on which side a tag stood, so that it does not flutter while its vehicle moves. */
export class TagPlacer {
  readonly #last = new Map<string, number>();

  /** Where there is no room for the delay in words, its mark alone has to do. */
  place(
    ctx: CanvasRenderingContext2D,
    content: TagContent,
    room: TagRoom,
    style: { palette: Palette; markScale: number },
  ): Tag | null {
    const { delay, mustShow, mayLead } = content;
    const hasShorter = delay !== '' && mayLead;
    const whole = this.#placeOne(ctx, content, room, { ...style, mustShow: mustShow && !hasShorter });
    if (whole || !hasShorter) return whole;
    return this.#placeOne(ctx, { ...content, delay: '' }, room, { ...style, mustShow });
  }

  #placeOne(
    ctx: CanvasRenderingContext2D,
    { convoy, at, delay, mayLead }: TagContent,
    room: TagRoom,
    { palette, markScale: scale, mustShow }: { palette: Palette; markScale: number; mustShow: boolean },
  ): Tag | null {
    ctx.font = fontOf(palette, { px: CODE_PX * scale, weight: 600 });
    const codeWidth = widthOf(ctx, convoy.code) + 14 * scale;
    ctx.font = fontOf(palette, { px: DELAY_PX * scale, weight: 600 });
    const bare = convoy.incident || convoy.delayMinutes > 0 ? 22 * scale : 0;
    const markWidth = delay === '' ? bare : widthOf(ctx, delay) + 26 * scale;
    const boxes = candidates(at, codeWidth + markWidth, scale, mayLead);
    const index = this.#choose(convoy.id, boxes, room) ?? (mustShow ? leastBad(boxes, room) : null);
    const box = index === null ? undefined : boxes[index];
    if (index === null || !box) return null;
    this.#last.set(convoy.id, index);
    room.collider.block(roomy(box));
    return { convoy, at, box, codeWidth, delay };
  }

  #choose(id: string, boxes: readonly Box[], { collider, isInside }: TagRoom): number | null {
    const fits = (box: Box | undefined) => box !== undefined && isInside(box) && collider.isFree(roomy(box));
    const last = this.#last.get(id);
    if (last !== undefined && fits(boxes[last])) return last;
    const index = boxes.findIndex(fits);
    return index < 0 ? null : index;
  }
}

/** Where there is no room at all, at least in sight. */
function leastBad(boxes: readonly Box[], { isInside }: TagRoom): number {
  return Math.max(0, boxes.findIndex(isInside));
}

function candidates(at: Px, w: number, scale: number, mayLead: boolean): Box[] {
  const h = 22 * scale;
  return (mayLead ? SPOTS : NEAR_SPOTS).flatMap(({ gap, shift }): Box[] => {
    const top = at.y - h / 2 + shift * scale;
    return [
      [at.x - gap * scale - w, top, at.x - gap * scale, top + h],
      [at.x + gap * scale, top, at.x + gap * scale + w, top + h],
    ];
  });
}

const roomy = ([left, top, right, bottom]: Box): Box => [left - 3, top - 3, right + 3, bottom + 3];

/** From the vehicle to its tag; drawn below the vehicles. */
export function drawLeader(
  ctx: CanvasRenderingContext2D,
  { convoy, at, box }: Tag,
  c: Palette,
  isSelected: boolean,
): void {
  const [left, top, right, bottom] = box;
  ctx.strokeStyle = isSelected ? stageColour(c, convoy.stage) : c.halo;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(at.x, at.y);
  ctx.lineTo(left > at.x ? left : right, (top + bottom) / 2);
  ctx.stroke();
}

/** The convoy's code on a plate, with its delay in amber and ▲, or its incident in red and ✖. */
export function drawTag(
  ctx: CanvasRenderingContext2D,
  tag: Tag,
  scale: number,
  c: Palette,
  isSelected: boolean,
): void {
  const { convoy, box, codeWidth } = tag;
  const [left, top, right, bottom] = box;
  const middle = (top + bottom) / 2;
  const colour = stageColour(c, convoy.stage);
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
