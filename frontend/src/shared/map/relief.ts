import type { Range } from './basemap-data.ts';
import type { View } from './projection.ts';

/** Pixels of the picture for one world unit: about 1 km each, since a slope has no edge that could be sharp. */
const RESOLUTION = 128;
/** Strokes that a slope is laid on with, each narrower than the one below. */
const STEPS = 24;
const STEP_ALPHA = 0.07;
/** Share of a range's length by which its highest part is shorter, so that it runs out at both ends. */
const TAPER = 0.45;

/** The soft foot reaches further than the slope that is seen. */
const FOOT = 1.3;

type Bounds = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** The mountains' slopes as one picture, painted once a palette and stretched to every zoom. */
export class Relief {
  readonly #ranges: readonly Range[];
  readonly #bounds: Bounds;
  #picture: { readonly colour: string; readonly canvas: HTMLCanvasElement } | null = null;

  constructor(ranges: readonly Range[]) {
    this.#ranges = ranges;
    this.#bounds = boundsOf(ranges);
  }

  /** In pixels of the view. */
  draw(ctx: CanvasRenderingContext2D, { scale, left, top }: View, colour: string): void {
    if (this.#picture?.colour !== colour) this.#picture = { colour, canvas: this.#paint(colour) };
    const { canvas } = this.#picture;
    const bounds = this.#bounds;
    ctx.imageSmoothingQuality = 'high';
    ctx.drawImage(
      canvas,
      bounds.left * scale - left,
      bounds.top * scale - top,
      bounds.width * scale,
      bounds.height * scale,
    );
  }

  #paint(colour: string): HTMLCanvasElement {
    const { left, top, width, height } = this.#bounds;
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * RESOLUTION);
    canvas.height = Math.ceil(height * RESOLUTION);
    const ctx = canvas.getContext('2d');
    if (!ctx) return canvas;
    ctx.scale(canvas.width / width, canvas.height / height);
    ctx.translate(-left, -top);
    ctx.lineJoin = 'round';
    ctx.lineCap = 'round';
    ctx.globalAlpha = STEP_ALPHA;
    for (let step = 0; step < STEPS; step += 1) {
      for (const range of this.#ranges) strokeSlope(ctx, range, step / STEPS);
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = 1;
    ctx.globalCompositeOperation = 'source-in';
    ctx.fillStyle = colour;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    return canvas;
  }
}

/** How far from the crest, 0–1, a slope is that high: it rises slowly at the foot and levels out at the top. */
const reachAt = (height: number) => 0.5 + Math.sin(Math.asin(1 - 2 * height) / 3);

/** `share` of the way up from the foot. */
function strokeSlope(ctx: CanvasRenderingContext2D, { crest, width, length }: Range, share: number): void {
  ctx.lineWidth = width * FOOT * reachAt(share);
  ctx.setLineDash([length * (1 - TAPER * share), length]);
  ctx.lineDashOffset = (-length * TAPER * share) / 2;
  ctx.stroke(crest);
}

function boundsOf(ranges: readonly Range[]): Bounds {
  const xs = ranges.flatMap(({ points, width }) => points.flatMap(({ x }) => [x - width, x + width]));
  const ys = ranges.flatMap(({ points, width }) => points.flatMap(({ y }) => [y - width, y + width]));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
