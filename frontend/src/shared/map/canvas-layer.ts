import * as L from './leaflet.ts';
import { makeView, type View } from './projection.ts';

/** Share of the window that a canvas is larger on every side, so that a short pan needs no painting. */
const PADDING = 0.25;
const MAX_PIXEL_RATIO = 3;

/**
 * Canvases that lie on the map, stacked in one pane. They move with the map while it is dragged, are scaled while it
 * zooms, and are painted again when the view has settled or has left what they show.
 */
export abstract class CanvasLayer extends L.Layer {
  readonly #box: HTMLElement;
  readonly #canvases: readonly HTMLCanvasElement[];
  readonly #paneName: string;
  readonly #paneZIndex: number;
  #center: L.LatLng = new L.LatLng(0, 0);
  #view: View | null = null;
  #frame = 0;

  constructor(paneName: string, paneZIndex: number, canvasCount: number) {
    super();
    this.#paneName = paneName;
    this.#paneZIndex = paneZIndex;
    this.#box = L.DomUtil.create('div', 'map-canvas leaflet-zoom-animated');
    this.#canvases = Array.from({ length: canvasCount }, () => L.DomUtil.create('canvas', '', this.#box));
  }

  /** Paints every canvas for the view; `this.context(i)` is cleared and in CSS pixels. */
  protected abstract paint(view: View): void;

  protected get view(): View | null {
    return this.#view;
  }

  override onAdd(map: L.Map): this {
    const pane = map.getPane(this.#paneName) ?? map.createPane(this.#paneName);
    pane.style.zIndex = String(this.#paneZIndex);
    pane.style.pointerEvents = 'none';
    pane.append(this.#box);
    this.#settle();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame);
    this.#box.remove();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      moveend: () => this.#settle(),
      resize: () => this.#settle(),
      viewreset: () => this.#settle(),
      move: () => this.#keepCovered(),
      zoom: () => this.#follow(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        this.#follow(center, zoom);
      },
    };
  }

  /** Paints again with the next frame; any number of calls paint once. */
  redraw(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#view) this.paint(this.#view);
    });
  }

  /** The cleared context of a canvas, in CSS pixels. */
  protected context(index: number): CanvasRenderingContext2D {
    const canvas = this.#canvases[index];
    const context = canvas?.getContext('2d');
    if (!canvas || !context) throw new Error('This browser draws no canvas');
    const ratio = this.pixelRatio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return context;
  }

  protected get pixelRatio(): number {
    return Math.min(MAX_PIXEL_RATIO, window.devicePixelRatio || 1);
  }

  #settle(): void {
    const map = this._map;
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) return;
    const [padX, padY] = [Math.round(size.x * PADDING), Math.round(size.y * PADDING)];
    const [width, height] = [size.x + 2 * padX, size.y + 2 * padY];
    const corner = map.containerPointToLayerPoint([-padX, -padY]).round();
    this.#center = map.getCenter();
    this.#view = makeView(map.getZoom(), map.getPixelOrigin().add(corner), { width, height, padX, padY });
    L.DomUtil.setTransform(this.#box, corner, 1);
    for (const canvas of this.#canvases) fitCanvas(canvas, width, height, this.pixelRatio);
    this.paint(this.#view);
  }

  /** A long drag shows what was never painted: paint on the way. */
  #keepCovered(): void {
    const view = this.#view;
    if (!view || view.zoom !== this._map.getZoom()) return;
    const moved = this._map.latLngToContainerPoint(this.#center).subtract(this._map.getSize().divideBy(2));
    if (Math.abs(moved.x) > view.padX * 0.9 || Math.abs(moved.y) > view.padY * 0.9) this.#settle();
  }

  #follow(center: L.LatLng, zoom: number): void {
    const view = this.#view;
    if (!view) return;
    const map = this._map;
    const scale = map.getZoomScale(zoom, view.zoom);
    const half = map.getSize().divideBy(2);
    const pane = L.DomUtil.getPosition(map.getPane('mapPane') ?? this.#box);
    const origin = map.project(center, zoom).subtract(half).add(pane).round();
    const middle = map.project(this.#center, zoom).subtract(origin);
    const corner = middle.subtract(new L.Point(view.width, view.height).multiplyBy(scale / 2));
    L.DomUtil.setTransform(this.#box, corner, scale);
  }
}

function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
