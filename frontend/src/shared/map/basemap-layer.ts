import type { Basemap } from './basemap-data.ts';
import { CanvasLayer } from './canvas-layer.ts';
import type { Palette } from './palette.ts';
import type { View } from './projection.ts';
import { Relief } from './relief.ts';

type Line = { readonly colour: string; readonly width: number; readonly dash?: readonly number[] };

/** Land, water, roads and borders, under everything else. */
export class BasemapLayer extends CanvasLayer {
  readonly #basemap: Basemap;
  readonly #relief: Relief;
  #palette: Palette;
  #tinted: readonly string[] = [];

  constructor(basemap: Basemap, palette: Palette) {
    super('basemap', 150, 1);
    this.#basemap = basemap;
    this.#relief = new Relief(basemap.relief);
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
    this.#paintRelief(ctx, view);
    fill(land.lakes, c.water);
    stroke(land.rivers, { colour: c.water, width: 1.4 });
    stroke(land.governorateBorders, { colour: c.borderGovernorate, width: 0.9 });
    ctx.lineCap = 'butt';
    stroke(land.borders, { colour: c.border, width: 1, dash: [5, 3] });
    ctx.lineCap = 'round';
    this.#paintRoads(stroke, view.zoom);
    stroke(land.syriaBorder, { colour: c.borderSyria, width: 1.6 });
  }

  /** None reaches into the sea. */
  #paintRelief(ctx: CanvasRenderingContext2D, view: View): void {
    const { land } = this.#basemap;
    ctx.save();
    const ground = new Path2D(land.countries);
    ground.addPath(land.syria);
    ctx.clip(ground);
    ctx.setTransform(this.pixelRatio, 0, 0, this.pixelRatio, 0, 0);
    this.#relief.draw(ctx, view, this.#palette.relief);
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
