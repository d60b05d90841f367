import { type Palette, stageColour } from '../palette.ts';
import type { SceneVehicle } from '../scene.ts';
import { drawGlyph } from './glyphs.ts';

/** An arrow that points up, 20 × 20, turning about 10, 10. */
const ARROW = 'M10 1 17.5 18 10 14.2 2.5 18Z';
const SPRITE_PX = 40;
const SIGNAL_RADIUS = 13;

type Draw = (ctx: CanvasRenderingContext2D) => void;

export type VehicleStyle = {
  readonly scale: number;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  /** A vehicle whose convoy's tag says so already needs no mark for its delay. */
  readonly showsDelay: boolean;
};

export type VehiclePosition = { readonly x: number; readonly y: number; readonly headingDeg: number | null };

/** Vehicles as ready-made little pictures: two thousand of them cost two thousand copies, not paths. */
export class VehicleSprites {
  readonly #sprites = new Map<string, HTMLCanvasElement>();
  readonly #palette: Palette;
  readonly #ratio: number;

  constructor(palette: Palette, ratio: number) {
    this.#palette = palette;
    this.#ratio = ratio;
  }

  draw(ctx: CanvasRenderingContext2D, vehicle: SceneVehicle, at: VehiclePosition, style: VehicleStyle): void {
    const { scale, isSelected, isHovered, showsDelay } = style;
    const { signal, stage } = vehicle;
    if (isHovered) this.#stamp(ctx, 'hover', at, scale, (c) => this.#drawHover(c));
    if (signal !== 'live')
      this.#stamp(ctx, `signal ${signal}`, at, scale, (c) => this.#drawSignal(c, signal));
    ctx.globalAlpha = { live: 1, stale: 0.75, lost: 0.5 }[signal];
    const size = scale * (isSelected ? 1.15 : 1);
    if (stage === 'en_route' && at.headingDeg !== null) {
      const turn = (at.headingDeg * Math.PI) / 180;
      this.#stamp(ctx, 'arrow', at, size, (c) => this.#drawArrow(c), turn);
    } else this.#stamp(ctx, `disc ${stage}`, at, size, (c) => this.#drawDisc(c, vehicle));
    ctx.globalAlpha = 1;
    if (vehicle.incident) this.#stamp(ctx, 'incident', at, scale, (c) => this.#drawBadge(c, 'incident'));
    else if (showsDelay && vehicle.delayed) {
      this.#stamp(ctx, 'delayed', at, scale, (c) => this.#drawBadge(c, 'delayed'));
    }
  }

  #stamp(
    ctx: CanvasRenderingContext2D,
    key: string,
    at: VehiclePosition,
    scale: number,
    draw: Draw,
    turn = 0,
  ): void {
    const sprite = this.#sprite(key, scale, draw);
    const size = SPRITE_PX * scale;
    if (turn === 0) {
      ctx.drawImage(sprite, at.x - size / 2, at.y - size / 2, size, size);
      return;
    }
    ctx.save();
    ctx.translate(at.x, at.y);
    ctx.rotate(turn);
    ctx.drawImage(sprite, -size / 2, -size / 2, size, size);
    ctx.restore();
  }

  #sprite(key: string, scale: number, draw: Draw): HTMLCanvasElement {
    const name = `${key} ${scale}`;
    const known = this.#sprites.get(name);
    if (known) return known;
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(SPRITE_PX * scale * this.#ratio);
    canvas.height = canvas.width;
    const ctx = canvas.getContext('2d');
    if (ctx) {
      ctx.scale(canvas.width / SPRITE_PX, canvas.width / SPRITE_PX);
      ctx.translate(SPRITE_PX / 2, SPRITE_PX / 2);
      draw(ctx);
    }
    this.#sprites.set(name, canvas);
    return canvas;
  }

  #drawArrow(ctx: CanvasRenderingContext2D): void {
    const c = this.#palette;
    const path = new Path2D(ARROW);
    ctx.translate(-10, -10);
    ctx.lineJoin = 'round';
    ctx.lineWidth = 5.4;
    ctx.strokeStyle = c.halo;
    ctx.stroke(path);
    ctx.lineWidth = 3.6;
    ctx.strokeStyle = c.markLight;
    ctx.stroke(path);
    ctx.fillStyle = stageColour(c, 'en_route');
    ctx.fill(path);
  }

  #drawDisc(ctx: CanvasRenderingContext2D, { stage }: SceneVehicle): void {
    const c = this.#palette;
    const disc = (r: number, colour: string) => {
      ctx.beginPath();
      ctx.arc(0, 0, r, 0, 2 * Math.PI);
      ctx.fillStyle = colour;
      ctx.fill();
    };
    const colour = stageColour(c, stage);
    disc(11.4, c.halo);
    disc(10.5, c.markLight);
    if (stage === 'en_route') {
      /* Heading unknown: a plain dot. */
      disc(7, colour);
      return;
    }
    ctx.beginPath();
    ctx.arc(0, 0, 9, 0, 2 * Math.PI);
    ctx.lineWidth = 1.4;
    ctx.strokeStyle = colour;
    ctx.stroke();
    drawGlyph(ctx, stage, { x: 0, y: 0 }, { size: 10.5, fill: colour });
  }

  #drawSignal(ctx: CanvasRenderingContext2D, signal: SceneVehicle['signal']): void {
    const c = this.#palette;
    ctx.beginPath();
    ctx.arc(0, 0, SIGNAL_RADIUS, 0, 2 * Math.PI);
    ctx.fillStyle = c.signalFill;
    ctx.fill();
    ctx.setLineDash(signal === 'lost' ? [3, 3] : []);
    ctx.strokeStyle = c.signalInk;
    ctx.lineWidth = 1.4;
    ctx.stroke();
  }

  #drawHover(ctx: CanvasRenderingContext2D): void {
    ctx.beginPath();
    ctx.arc(0, 0, 17, 0, 2 * Math.PI);
    ctx.lineWidth = 3;
    ctx.strokeStyle = this.#palette.markLight;
    ctx.stroke();
    ctx.lineWidth = 1.6;
    ctx.strokeStyle = this.#palette.enRoute;
    ctx.stroke();
  }

  #drawBadge(ctx: CanvasRenderingContext2D, glyph: 'delayed' | 'incident'): void {
    const c = this.#palette;
    const at = { x: 9, y: -9 };
    drawGlyph(ctx, glyph, at, { size: 11, fill: c.markDark, halo: c.markDark, haloPx: 2.4 });
    drawGlyph(ctx, glyph, at, { size: 11, fill: c[glyph], halo: c.markLight, haloPx: 1.3 });
  }
}
