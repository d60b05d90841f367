import type { Area, Basemap, Place, PlaceRank, Road } from '../basemap-data.ts';
import type { Box, Collider } from '../collider.ts';
import type { Palette } from '../palette.ts';
import type { Px } from '../pixels.ts';
import { toView, type View } from '../projection.ts';
import { drawHaloText, fontOf, type Lang, widthOf } from './text.ts';

export type NamesContext = {
  readonly ctx: CanvasRenderingContext2D;
  readonly view: View;
  readonly lang: Lang;
  readonly palette: Palette;
  readonly collider: Collider;
  readonly scale: number;
  /** Whether a label box may stand there: wholly inside the window, or wholly outside. */
  readonly isWhole: (box: Box) => boolean;
  /** Towns that the scene names itself. */
  readonly isNamed: (place: Place) => boolean;
};

const PLACE_STYLES: Record<
  PlaceRank,
  { readonly px: number; readonly fromZoom: number; readonly dot: number }
> = {
  0: { px: 15, fromZoom: 4, dot: 3 },
  1: { px: 14, fromZoom: 5.5, dot: 3 },
  2: { px: 12.5, fromZoom: 7.6, dot: 2 },
  3: { px: 11.5, fromZoom: 8.8, dot: 2 },
  4: { px: 11, fromZoom: 10, dot: 2 },
};

/** Towns, roads' numbers and areas: all of them yield to the scene's own labels. */
export function drawNames(names: NamesContext, basemap: Basemap): void {
  for (const place of basemap.places) drawPlace(names, place);
  for (const road of basemap.roads) drawShields(names, road);
  for (const area of basemap.areas) drawArea(names, area);
}

const isOff = ({ width, height }: View, p: Px) =>
  p.x < -60 || p.y < -30 || p.x > width + 60 || p.y > height + 30;

function placeSpots(at: Px, w: number, h: number, gap: number, isSeat: boolean): Box[] {
  const spots: Box[] = [
    [at.x - w / 2, at.y - gap - h, at.x + w / 2, at.y - gap],
    [at.x + gap, at.y - h / 2, at.x + gap + w, at.y + h / 2],
    [at.x - gap - w, at.y - h / 2, at.x - gap, at.y + h / 2],
    [at.x - w / 2, at.y + gap, at.x + w / 2, at.y + gap + h],
  ];
  /* A seat of a governorate may lie under a route: its name then stands further off. */
  const far = isSeat ? [16] : [];
  return [
    ...spots,
    ...far.flatMap((x): Box[] => [
      [at.x + x, at.y - h, at.x + x + w, at.y],
      [at.x - x - w, at.y - h, at.x - x, at.y],
    ]),
  ];
}

function drawPlace(
  { ctx, view, lang, palette: c, collider, scale, isWhole, isNamed }: NamesContext,
  place: Place,
): void {
  const style = PLACE_STYLES[place.rank];
  if (view.zoom - Math.log2(scale) < style.fromZoom || isNamed(place)) return;
  const p = toView(view, place.at);
  if (isOff(view, p)) return;
  const isSeat = place.rank < 2;
  const dot: Box = [p.x - 4, p.y - 4, p.x + 4, p.y + 4];
  if (!isSeat && !collider.isFree(dot)) return;
  const px = style.px * scale;
  ctx.font = fontOf(c, { px, weight: isSeat ? 600 : 400 });
  const spots = placeSpots(p, widthOf(ctx, place[lang]), px + 3, (isSeat ? 9 : 6) * scale, isSeat);
  const roomy = ([left, top, right, bottom]: Box): Box => [left - 3, top - 1, right + 3, bottom + 1];
  const spot = spots.find((box) => isWhole(box) && collider.isFree(roomy(box)));
  if (!spot) return;
  collider.block(roomy(spot));
  collider.block(dot);
  const fill = isSeat ? c.label : c.labelMinor;
  ctx.beginPath();
  ctx.arc(p.x, p.y, style.dot * scale, 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  drawHaloText(
    ctx,
    place[lang],
    { x: spot[0], y: (spot[1] + spot[3]) / 2 },
    { fill, halo: c.labelHalo, haloPx: 3.5 },
  );
}

const SHIELD_SHIFTS = [-24, 24, -34, 34] as const;

function drawShields({ ctx, view, palette: c, collider, scale }: NamesContext, { ref, shields }: Road): void {
  if (view.zoom < 7.6) return;
  const [w, h] = [11 * scale, 7 * scale];
  for (const p of shields.map((at) => toView(view, at))) {
    const boxes = SHIELD_SHIFTS.map((shift): Box => {
      const x = p.x + shift * scale;
      return [x - w - 2, p.y - h - 1, x + w + 2, p.y + h + 1];
    });
    const box = boxes[collider.takeFirstFree(boxes)];
    if (!box) continue;
    const x = (box[0] + box[2]) / 2;
    ctx.fillStyle = c.shield;
    ctx.strokeStyle = c.border;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.roundRect(x - w, p.y - h, 2 * w, 2 * h, 3);
    ctx.fill();
    ctx.stroke();
    ctx.font = fontOf(c, { px: 10 * scale, weight: 600 });
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = c.shieldInk;
    ctx.fillText(ref, x, p.y + 0.5);
  }
}

const AREA_STYLES = {
  sea: { px: 14, weight: 400, colour: 'labelSea' },
  country: { px: 15, weight: 600, colour: 'labelCountry' },
  governorate: { px: 16, weight: 600, colour: 'labelGovernorate' },
} as const;

function drawArea({ ctx, view, lang, palette: c, collider, scale, isWhole }: NamesContext, area: Area): void {
  if (view.zoom < area.fromZoom || view.zoom > area.toZoom) return;
  const style = AREA_STYLES[area.kind];
  const px = style.px * scale * Math.min(1, Math.max(0.8, view.zoom / 8));
  ctx.font = fontOf(c, { px, weight: style.weight });
  const half = widthOf(ctx, area[lang]) / 2 + 4;
  const boxes = area.spots
    .map((at) => toView(view, at))
    .map((p): Box => [p.x - half, p.y - px, p.x + half, p.y + px])
    .filter(isWhole);
  const spot = boxes[collider.takeFirstFree(boxes)];
  if (!spot) return;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = c[style.colour];
  ctx.fillText(area[lang], (spot[0] + spot[2]) / 2, (spot[1] + spot[3]) / 2);
}
