import type { Basemap } from './basemap-data.ts';
import { CanvasLayer } from './canvas-layer.ts';
import type { Palette } from './palette.ts';
import type { View } from './projection.ts';

type Line = { readonly colour: string; readonly width: number; readonly dash?: readonly number[] };

const RELIEF_STEPS = 10;
/** Share of a range's length by which its highest part is shorter, so that it runs out at both ends. */
const RELIEF_TAPER = 0.45;

/** Land, water, roads and borders, under everything else. */
export class BasemapLayer extends CanvasLayer {
  readonly #basemap: Basemap;
  #palette: Palette;
  #tinted: readonly string[] = [];

  constructor(basemap: Basemap, palette: Palette) {
    super('basemap', 150, 1);
    this.#basemap = basemap;
    this.#palette = palette;
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.redraw();
  }

  /** P-codes of the governorates to tint. */
  setTinted(codes: readonly string[]): void {
    if (codes.join() === this.#tinted.join()) return;
    this.#tinted = codes;
    this.redraw();
  }

  protected override paint(view: View): void {
    const ctx = this.context(0);
    const c = this.#palette;
    ctx.fillStyle = c.sea;
    ctx.fillRect(0, 0, view.width, view.height);
    const k = this.pixelRatio;
    ctx.setTransform(view.scale * k, 0, 0, view.scale * k, -view.left * k, -view.top * k);
    const { land } = this.#basemap;
    const fill = (path: Path2D, colour: string) => {
      ctx.fillStyle = colour;
      ctx.fill(path, 'evenodd');
    };
    const stroke = (path: Path2D, { colour, width, dash = [] }: Line) => {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width / view.scale;
      ctx.setLineDash(dash.map((d) => d / view.scale));
      ctx.stroke(path);
    };
    ctx.lineJoin = 'round';
    ctx.lineCap = 'round';
    stroke(land.coast, { colour: c.coast, width: 3 });
    stroke(land.syriaCoast, { colour: c.coast, width: 3 });
    fill(land.countries, c.land);
    /* Neighbours meet Syria in two sources: a stroke of the land's own colour closes the hairline between them. */
    stroke(land.syriaBorder, { colour: c.land, width: 5 });
    fill(land.syria, c.landSyria);
    for (const code of this.#tinted) {
      const path = land.governorates.get(code);
      if (path) fill(path, c.landFocus);
    }
    this.#paintRelief(ctx);
    fill(land.lakes, c.water);
    stroke(land.rivers, { colour: c.water, width: 1.4 });
    stroke(land.governorateBorders, { colour: c.borderGovernorate, width: 0.9 });
    ctx.lineCap = 'butt';
    stroke(land.borders, { colour: c.border, width: 1, dash: [5, 3] });
    ctx.lineCap = 'round';
    this.#paintRoads(stroke, view.zoom);
    stroke(land.syriaBorder, { colour: c.borderSyria, width: 1.6 });
  }

  /** Slopes by many strokes on each other, each narrower and hardly to be seen; none reaches into the sea. */
  #paintRelief(ctx: CanvasRenderingContext2D): void {
    const { land, relief } = this.#basemap;
    ctx.save();
    const ground = new Path2D(land.countries);
    ground.addPath(land.syria);
    ctx.clip(ground);
    ctx.strokeStyle = this.#palette.relief;
    for (let step = 0; step < RELIEF_STEPS; step += 1) {
      const share = step / RELIEF_STEPS;
      for (const { crest, width, length } of relief) {
        ctx.lineWidth = width * (1 - share);
        ctx.setLineDash([length * (1 - RELIEF_TAPER * share), length]);
        ctx.lineDashOffset = (-length * RELIEF_TAPER * share) / 2;
        ctx.stroke(crest);
      }
    }
    ctx.lineDashOffset = 0;
    ctx.restore();
  }

  #paintRoads(stroke: (path: Path2D, line: Line) => void, zoom: number): void {
    const c = this.#palette;
    const k = Math.min(1.5, Math.max(0.6, 1 + (zoom - 8.5) * 0.2));
    const trunks = this.#basemap.roads.filter((road) => road.isTrunk);
    for (const road of this.#basemap.roads) {
      if (!road.isTrunk && zoom >= 7) stroke(road.path, { colour: c.primary, width: 1.8 * k });
    }
    for (const road of trunks) stroke(road.path, { colour: c.roadCase, width: 4.5 * k });
    for (const road of trunks) stroke(road.path, { colour: c.trunk, width: 2.6 * k });
  }
}
