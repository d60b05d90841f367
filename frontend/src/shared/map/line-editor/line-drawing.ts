import type { LatLng } from '@qafila/contract';
import { Point } from '../leaflet.ts';
import * as L from '../leaflet-layers.ts';
import {
  handlesFor,
  indexForNew,
  insertPoint,
  isFixed,
  type LineRules,
  movePoint,
  removePoint,
} from './line-edit.ts';

/** Above the scene's canvases, below the handles. */
const PANE = 'drawing';
const PANE_Z_INDEX = 500;
const ROOM_PX = 22;
/** Beyond the window handles are made for what a drag may bring in. */
const AROUND = 0.2;
const STEP_PX = 8;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export type LineLabels = {
  readonly point: (number: number, count: number) => string;
  /** Of the handle that draws a new point out of the line after one. */
  readonly middle: (number: number) => string;
};

export type LineDrawingOptions = LineRules & {
  readonly labels: LineLabels;
  readonly onChange: (points: LatLng[]) => void;
  readonly onChoose: (index: number | null) => void;
  readonly onUndo: () => void;
};

type Shape = { setLatLngs(points: L.LatLngLiteral[]): unknown; remove(): unknown };

const samePoints = (a: readonly LatLng[], b: readonly LatLng[]) =>
  a.length === b.length && a.every(({ lat, lng }, i) => lat === b[i]?.lat && lng === b[i]?.lng);

/** A line or polygon on the map with a handle on every point, for pointer, finger and keyboard. */
export class LineDrawing {
  readonly #map: L.Map;
  readonly #shape: Shape;
  readonly #casing: Shape;
  readonly #handles = L.layerGroup();
  #options: LineDrawingOptions;
  #points: readonly LatLng[] = [];
  #chosen: number | null = null;
  #dragged: L.Marker | null = null;

  constructor(map: L.Map, options: LineDrawingOptions) {
    this.#map = map;
    this.#options = options;
    const pane = map.getPane(PANE) ?? map.createPane(PANE);
    pane.style.zIndex = String(PANE_Z_INDEX);
    pane.style.pointerEvents = 'none';
    const make = (extra: L.PolylineOptions): Shape => {
      const style = { pane: PANE, interactive: false, ...extra };
      return (options.mode === 'polygon' ? L.polygon([], style) : L.polyline([], style)).addTo(map);
    };
    this.#casing = make({ className: 'map-drawing-casing', fill: false });
    this.#shape = make({ className: 'map-drawing' });
    this.#handles.addTo(map);
    const container = map.getContainer();
    container.classList.add('is-picking');
    container.addEventListener('keydown', this.#onKey);
    map.doubleClickZoom.disable();
    map.on('click', this.#onClick).on('moveend', this.#onMoved);
  }

  /** Shows other points without reporting them. */
  set(points: readonly LatLng[]): void {
    if (samePoints(points, this.#points)) return;
    this.#points = points;
    if (this.#chosen !== null && this.#chosen >= points.length) this.choose(null);
    this.#draw();
  }

  setOptions(options: LineDrawingOptions): void {
    this.#options = options;
  }

  choose(index: number | null): void {
    if (index === this.#chosen) return;
    this.#chosen = index;
    this.#options.onChoose(index);
    this.#handles.eachLayer((layer) => {
      const handle = (layer as L.Marker).getElement();
      handle?.classList.toggle('is-chosen', handle.dataset['point'] === String(index));
    });
  }

  stop(): void {
    const container = this.#map.getContainer();
    container.classList.remove('is-picking');
    container.removeEventListener('keydown', this.#onKey);
    this.#map.doubleClickZoom.enable();
    this.#map.off('click', this.#onClick).off('moveend', this.#onMoved);
    for (const layer of [this.#shape, this.#casing, this.#handles]) layer.remove();
  }

  removeChosen(): void {
    const index = this.#chosen;
    if (index === null || isFixed(this.#points, index, this.#options)) return;
    this.#report(removePoint(this.#points, index), index > 0 ? index - 1 : null);
  }

  #report(points: LatLng[], chosen: number | null): void {
    const hadFocus = this.#handles
      .getLayers()
      .some((each) => (each as L.Marker).getElement() === document.activeElement);
    this.#points = points;
    this.choose(points.length > 0 ? chosen : null);
    this.#draw();
    if (hadFocus) this.#focusChosen();
    this.#options.onChange(points);
  }

  #focusChosen(): void {
    const container = this.#map.getContainer();
    const handle = container.querySelector<HTMLElement>(`[data-point="${this.#chosen}"]`);
    (handle ?? container).focus({ preventScroll: true });
  }

  #draw(): void {
    this.#trace(this.#points);
    this.#handles.clearLayers();
    const pixels = this.#points.map((at) => this.#map.latLngToContainerPoint(at));
    const { points, middles } = handlesFor(pixels, this.#options.mode, ROOM_PX);
    const around = this.#map.getBounds().pad(AROUND);
    for (const index of middles) {
      const at = this.#middleAfter(index);
      if (around.contains(at)) this.#addMiddle(index, at);
    }
    for (const index of points) {
      const at = this.#points[index];
      if (at && around.contains(at)) this.#addPoint(index, at);
    }
  }

  #trace(points: readonly LatLng[]): void {
    for (const line of [this.#casing, this.#shape]) line.setLatLngs([...points]);
  }

  #middleAfter(index: number): L.LatLng {
    const [a, b] = [this.#points[index], this.#points[(index + 1) % this.#points.length]];
    const [p, q] = [a, b].map((at) => this.#map.latLngToContainerPoint(at ?? [0, 0]));
    return this.#map.containerPointToLatLng(
      new Point(((p?.x ?? 0) + (q?.x ?? 0)) / 2, ((p?.y ?? 0) + (q?.y ?? 0)) / 2),
    );
  }

  #addPoint(index: number, at: LatLng): void {
    const name = this.#options.labels.point(index + 1, this.#points.length);
    const isStill = isFixed(this.#points, index, this.#options);
    const handle = this.#handle(at, name, isStill ? 'map-vertex is-fixed' : 'map-vertex', !isStill);
    const element = handle.getElement();
    if (!element) return;
    element.dataset['point'] = String(index);
    element.classList.toggle('is-chosen', index === this.#chosen);
    element.addEventListener('focus', () => this.choose(index));
    element.addEventListener('keydown', (event) => this.#onPointKey(event, index));
    handle.on('click', () => this.choose(index));
    this.#followDrag(handle, (to) => movePoint(this.#points, index, to), index);
  }

  #addMiddle(index: number, at: L.LatLng): void {
    const handle = this.#handle(at, this.#options.labels.middle(index + 1), 'map-middle', true);
    const insert = (to: LatLng) => insertPoint(this.#points, index + 1, to);
    handle.on('click', () => this.#report(insert(at), index + 1));
    handle.getElement()?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      this.#report(insert(at), index + 1);
    });
    this.#followDrag(handle, insert, index + 1);
  }

  #handle(at: LatLng, name: string, className: string, draggable: boolean): L.Marker {
    const icon = L.divIcon({ className, iconSize: [24, 24], html: '<i></i>' });
    const marker = L.marker(at, { icon, draggable, title: name, alt: name, autoPanOnFocus: false });
    marker.addTo(this.#handles);
    marker.getElement()?.setAttribute('aria-label', name);
    return marker;
  }

  #followDrag(handle: L.Marker, shaped: (to: LatLng) => LatLng[], chosen: number): void {
    handle.on('dragstart', () => {
      this.#dragged = handle;
    });
    handle.on('drag', () => this.#trace(shaped(handle.getLatLng())));
    handle.on('dragend', () => {
      this.#dragged = null;
      this.#report(shaped(handle.getLatLng()), chosen);
    });
  }

  readonly #onMoved = (): void => {
    if (this.#dragged === null) this.#draw();
  };

  readonly #onClick = ({ latlng }: L.LeafletMouseEvent): void => this.#add(latlng.wrap());

  #add(at: LatLng): void {
    const index = indexForNew(this.#points, at, this.#options, this.#chosen);
    this.#report(insertPoint(this.#points, index, at), index);
  }

  #onPointKey(event: KeyboardEvent, index: number): void {
    const at = this.#points[index];
    const arrow = ARROWS[event.key];
    if (!arrow || !at) return;
    event.preventDefault();
    event.stopPropagation();
    if (isFixed(this.#points, index, this.#options)) return;
    const step = event.shiftKey ? 1 : STEP_PX;
    const to = this.#map.latLngToContainerPoint(at).add([arrow[0] * step, arrow[1] * step]);
    this.#report(movePoint(this.#points, index, this.#map.containerPointToLatLng(to)), index);
  }

  /** Reaches the map itself as well as its handles. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.code === 'KeyZ';
    const isRemove = event.key === 'Delete' || event.key === 'Backspace';
    const isAdd = event.key === 'Enter' && event.target === this.#map.getContainer();
    if (!isUndo && !isRemove && !isAdd) return;
    event.preventDefault();
    event.stopPropagation();
    if (isUndo) this.#options.onUndo();
    else if (isRemove) this.removeChosen();
    else this.#add(this.#map.getCenter());
  };
}
