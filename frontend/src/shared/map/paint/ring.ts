import type { Palette } from '../palette.ts';
import type { Px } from '../pixels.ts';
import type { SceneCoverage } from '../scene.ts';

/** Share of the radius that the band takes. */
const BAND = 0.46;

export type RingFills = {
  readonly delivered: string;
  readonly aboard: CanvasPattern | string;
  readonly onHand: string;
  readonly pledged: CanvasPattern | string;
};

function tile(
  size: number,
  ratio: number,
  draw: (ctx: CanvasRenderingContext2D) => void,
): CanvasPattern | null {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(size * ratio);
  canvas.height = canvas.width;
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  ctx.scale(canvas.width / size, canvas.width / size);
  draw(ctx);
  const pattern = ctx.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(size / canvas.width));
  return pattern;
}

/** Diagonal lines that meet themselves across the edges of a square tile. */
function diagonals(
  ctx: CanvasRenderingContext2D,
  size: number,
  colour: string,
  width: number,
  sign: 1 | -1,
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.beginPath();
  for (const shift of [-size, 0, size]) {
    ctx.moveTo(shift - size, sign === 1 ? -size : 2 * size);
    ctx.lineTo(shift + 2 * size, sign === 1 ? 2 * size : -size);
  }
  ctx.stroke();
}

/** The fills of the coverage bars, for a ring: the firmer the help, the more solid the fill. */
export function makeRingFills(c: Palette, ratio: number): RingFills {
  const filled =
    (colour: string, line: string, width: number, sign: 1 | -1) => (ctx: CanvasRenderingContext2D) => {
      ctx.fillStyle = colour;
      ctx.fillRect(0, 0, 8, 8);
      diagonals(ctx, 5, line, width, sign);
    };
  return {
    delivered: c.covDelivered,
    aboard: tile(5, ratio, filled(c.covAboard, c.covAboardStripe, 1.1, 1)) ?? c.covAboard,
    onHand: c.covOnHand,
    pledged: tile(5, ratio, filled(c.covPledged, c.covPledgedLine, 0.9, -1)) ?? c.covPledged,
  };
}

export type RingStyle = {
  readonly palette: Palette;
  readonly fills: RingFills;
  readonly isSelected: boolean;
};

/** Five parts from the top, clockwise: delivered, aboard, on hand, pledged, and the hollow gap. */
export function drawRing(
  ctx: CanvasRenderingContext2D,
  at: Px,
  radius: number,
  coverage: SceneCoverage,
  { palette: c, fills, isSelected }: RingStyle,
): void {
  const disc = (r: number, colour: string) => {
    ctx.beginPath();
    ctx.arc(at.x, at.y, r, 0, 2 * Math.PI);
    ctx.fillStyle = colour;
    ctx.fill();
  };
  if (isSelected) disc(radius + 6, c.enRoute);
  disc(radius + (isSelected ? 3.6 : 2.4), isSelected ? c.markLight : c.halo);
  disc(radius + 1.4, c.markLight);
  disc(radius, c.surface);
  const band = radius * BAND;
  const { delivered, aboard, onHand, pledged } = coverage;
  const whole = Math.max(coverage.needed, delivered + aboard + onHand + pledged);
  let from = -Math.PI / 2;
  const parts = [
    [delivered, fills.delivered],
    [aboard, fills.aboard],
    [onHand, fills.onHand],
    [pledged, fills.pledged],
  ] as const;
  for (const [amount, fill] of whole > 0 ? parts : []) {
    if (amount <= 0) continue;
    const to = from + (2 * Math.PI * amount) / whole;
    drawPart(ctx, at, [radius - band, radius], [from, to], fill, c.surface);
    from = to;
  }
  for (const r of [radius - band, radius]) {
    ctx.beginPath();
    ctx.arc(at.x, at.y, r, 0, 2 * Math.PI);
    ctx.lineWidth = 0.8;
    ctx.strokeStyle = c.ringEdge;
    ctx.stroke();
  }
}

function drawPart(
  ctx: CanvasRenderingContext2D,
  at: Px,
  [inner, outer]: readonly [number, number],
  [from, to]: readonly [number, number],
  fill: string | CanvasPattern,
  edge: string,
): void {
  ctx.save();
  ctx.translate(at.x, at.y);
  ctx.beginPath();
  ctx.arc(0, 0, outer, from, to);
  ctx.arc(0, 0, inner, to, from, true);
  ctx.closePath();
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = 0.8;
  ctx.strokeStyle = edge;
  ctx.stroke();
  ctx.restore();
}
