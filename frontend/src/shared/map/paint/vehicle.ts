import { type Palette, stageColour } from '../palette.ts';
import type { SceneVehicle } from '../scene.ts';
import { drawGlyph } from './glyphs.ts';

/** An arrow that points up, 20 × 20, turning about 10, 10. */
const ARROW = 'M10 1 17.5 18 10 14.2 2.5 18Z';
const SPRITE_PX = 40;
const SIGNAL_RADIUS = 13;
/** Finer than that, a turn is not seen. */
const TURN_DEG = 5;
const TURNS = 360 / TURN_DEG;

export type VehicleStyle = {
  readonly scale: number;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  /** A vehicle whose convoy's tag tells of its delay or incident already needs no mark of its own. */
  readonly showsMark: boolean;
};

export type VehiclePosition = { readonly x: number; readonly y: number; readonly headingDeg: number | null };

const badgeOf = ({ incident, delayed }: SceneVehicle) => (incident ? 'incident' : delayed ? 'delayed' : '');

/** Vehicles as ready-made little pictures: two thousand of them cost two thousand copies, not paths. */
export class VehicleSprites {
  readonly #sprites = new Map<string, HTMLCanvasElement>();
  readonly #palette: Palette;
  readonly #ratio: number;

  constructor(palette: Palette, ratio: number) {
    this.#palette = palette;
    this.#ratio = ratio;
  }

  /** The picture stands on whole pixels of the screen: copied as it is, never drawn anew between them. */
  draw(ctx: CanvasRenderingContext2D, vehicle: SceneVehicle, at: VehiclePosition, style: VehicleStyle): void {
    const isArrow = vehicle.stage === 'en_route' && at.headingDeg !== null;
    const turn = isArrow ? Math.round((at.headingDeg ?? 0) / TURN_DEG) % TURNS : -1;
    const sprite = this.#sprite(vehicle, turn, style);
    const size = sprite.width / this.#ratio;
    const whole = (middle: number) => Math.round((middle - size / 2) * this.#ratio) / this.#ratio;
    ctx.drawImage(sprite, whole(at.x), whole(at.y), size, size);
  }

  #sprite(vehicle: SceneVehicle, turn: number, style: VehicleStyle): HTMLCanvasElement {
    const { scale, isSelected, isHovered, showsMark } = style;
    const badge = showsMark ? badgeOf(vehicle) : '';
    const look = `${vehicle.stage} ${vehicle.signal} ${badge} ${turn} ${scale}`;
    const name = `${look} ${isSelected ? 's' : ''}${isHovered ? 'h' : ''}`;
    const known = this.#sprites.get(name);
    if (known) return known;
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(SPRITE_PX * scale * this.#ratio);
    canvas.height = canvas.width;
    const ctx = canvas.getContext('2d');
    if (ctx) {
      ctx.scale(scale * this.#ratio, scale * this.#ratio);
      ctx.translate(SPRITE_PX / 2, SPRITE_PX / 2);
      this.#drawLook(ctx, vehicle, turn, style);
      if (badge !== '') this.#drawBadge(ctx, badge);
    }
    this.#sprites.set(name, canvas);
    return canvas;
  }

  #drawLook(
    ctx: CanvasRenderingContext2D,
    vehicle: SceneVehicle,
    turn: number,
    { isSelected, isHovered }: VehicleStyle,
  ): void {
    const { signal } = vehicle;
    if (isHovered) this.#drawHover(ctx);
    if (signal !== 'live') this.#drawSignal(ctx, signal);
    ctx.save();
    ctx.globalAlpha = { live: 1, stale: 0.75, lost: 0.5 }[signal];
    if (isSelected) ctx.scale(1.15, 1.15);
    if (turn >= 0) {
      ctx.rotate((turn * TURN_DEG * Math.PI) / 180);
      this.#drawArrow(ctx);
    } else this.#drawDisc(ctx, vehicle);
    ctx.restore();
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
    ctx.setLineDash([]);
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
