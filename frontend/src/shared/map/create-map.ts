import type { LatLng, MapGround } from '@qafila/contract';
import { type Basemap, loadBasemap } from './basemap-data.ts';
import { BasemapLayer } from './basemap-layer.ts';
import { MapControls } from './controls.ts';
import { GroundTiles, type TiledGround } from './ground-tiles.ts';
import { MapKeyboard } from './keyboard.ts';
import type { LayerName } from './labels.ts';
import * as L from './leaflet.ts';
import './map.tokens.css';
import {
  FLY_ZOOM,
  flyClearOf,
  HOME,
  limitZoom,
  makeLeaflet,
  paddingOf,
  prefersStillness,
  zoomAsFarAs,
} from './leaflet-map.ts';
import './map.css';
import type { MapEvents, MapLocale, MapOptions } from './map-options.ts';
import { makeRingFills } from './paint/ring.ts';
import { forgetWidths } from './paint/text.ts';
import { VehicleSprites } from './paint/vehicle.ts';
import { readPalette } from './palette.ts';
import { listenForPicks } from './picking.ts';
import { EMPTY_SCENE, type Scene, type ScenePick, type SceneVehicle } from './scene.ts';
import { sceneBounds } from './scene-bounds.ts';
import { SceneLayer } from './scene-layer.ts';
import { type Insets, NO_INSETS, type SceneStyle } from './scene-style.ts';
import type { SceneTarget } from './scene-targets.ts';

const SCHEME_ATTRIBUTE = 'data-mantine-color-scheme';
/** From the side of the map to the inner edge of the buttons. */
const BUTTONS_PX = 58;
const EMBEDDED: MapGround = { kind: 'embedded' };

/** One map on a page. Everything but its element can change without making it again. */
export class QafilaMap {
  readonly leaflet: L.Map;
  /** Settles when the ground is drawn. */
  readonly ready: Promise<void>;
  readonly #host: HTMLElement;
  readonly #controls: MapControls;
  readonly #cleanups: (() => void)[] = [];
  #events: MapEvents;
  #locale: MapLocale;
  #insets: Insets;
  #hidden: ReadonlySet<LayerName> = new Set();
  #scene: Scene = EMPTY_SCENE;
  #vehicles = new Map<string, SceneVehicle>();
  #ground: BasemapLayer | null = null;
  #sceneLayer: SceneLayer | null = null;
  #isFitted: boolean;
  readonly #tiles: GroundTiles;
  #wantedGround: MapGround = EMBEDDED;
  #seenTiles: TiledGround | null = null;
  readonly #markScale: number;
  readonly #isInteractive: boolean;
  readonly #hasButtons: boolean;

  constructor(host: HTMLElement, options: MapOptions) {
    const { isInteractive = true, hasButtons = true, view } = options;
    this.#host = host;
    this.#events = options;
    this.#locale = options;
    this.#insets = options.insets ?? NO_INSETS;
    this.#markScale = options.markScale ?? 1;
    this.#isInteractive = isInteractive;
    this.#hasButtons = hasButtons && isInteractive;
    this.#isFitted = view !== undefined;
    /* First: Leaflet asks the style sheet whether its element is positioned. */
    host.classList.add('qafila-map');
    const container = L.DomUtil.create('div', 'map-ground', host);
    container.dir = 'ltr';
    this.leaflet = makeLeaflet(container, options);
    this.#tiles = new GroundTiles(this.leaflet, (ground) => this.#onTiles(ground));
    this.#controls = new MapControls(
      options.labels,
      {
        zoomBy: (steps) => this.leaflet.setZoom(this.leaflet.getZoom() + steps),
        fit: () => this.fitScene(),
        toggleLayer: (layer, isShown) => this.#toggleLayer(layer, isShown),
      },
      this.#hasButtons,
    );
    host.append(this.#controls.element);
    limitZoom(this.leaflet);
    if (view) this.leaflet.setView(view.center, view.zoom, { animate: false });
    else this.leaflet.fitBounds(HOME, { ...paddingOf(this.leaflet, this.#room()), animate: false });
    this.setLocale(options);
    this.setInsets(this.#insets);
    this.leaflet.on('moveend zoomend resize', () => this.#onViewSettled());
    this.#watchHost();
    this.ready = this.#drawGround();
  }

  setScene(scene: Scene): void {
    this.#scene = scene;
    this.#ground?.setTinted(scene.governorates);
    this.#sceneLayer?.setScene(scene);
    const bounds = sceneBounds(scene, []);
    if (bounds && !this.#isInView(bounds)) this.fitScene({ animate: false });
  }

  /** Whoever can move the map finds things; on one that nobody can, all stays in sight. */
  #isInView(bounds: L.LatLngBoundsLiteral): boolean {
    return this.#isFitted && (this.#isInteractive || this.leaflet.getBounds().contains(bounds));
  }

  /** How often the moving canvas has been painted. */
  get paints(): number {
    return this.#sceneLayer?.paints ?? 0;
  }

  /** All vehicles at once. `isStill`: they are there at once, without gliding. */
  setVehicles(vehicles: readonly SceneVehicle[], { isStill = false }: { isStill?: boolean } = {}): void {
    this.#vehicles = new Map(vehicles.map((vehicle) => [vehicle.id, vehicle]));
    this.#sceneLayer?.setVehicles(vehicles, isStill);
  }

  /** Only those that have moved; the others stay. Costs what they cost, however many there are. */
  moveVehicles(moved: readonly SceneVehicle[]): void {
    for (const vehicle of moved) this.#vehicles.set(vehicle.id, vehicle);
    this.#sceneLayer?.moveVehicles(moved);
  }

  setLocale(locale: MapLocale): void {
    this.#locale = { lang: locale.lang, labels: locale.labels };
    this.#host.dir = locale.lang === 'ar' ? 'rtl' : 'ltr';
    this.leaflet.getContainer().setAttribute('aria-label', locale.labels.map);
    this.leaflet.getContainer().setAttribute('aria-description', locale.labels.keys);
    this.#showLabels();
    this.#onViewSettled();
    this.#restyle();
  }

  /** What the server has configured; tiles that do not come leave the embedded ground in sight. */
  setGround(ground: MapGround): void {
    this.#wantedGround = ground;
    const isDark = document.documentElement.getAttribute(SCHEME_ATTRIBUTE) === 'dark';
    void this.#tiles.set(ground, isDark);
  }

  setEvents(events: MapEvents): void {
    this.#events = events;
  }

  /** Panels that cover the map's sides: controls, fitting, flying and labels keep clear of them. */
  setInsets(insets: Insets): void {
    this.#insets = insets;
    for (const side of ['top', 'right', 'bottom', 'left'] as const) {
      this.#host.style.setProperty(`--map-inset-${side}`, `${insets[side]}px`);
    }
    this.#restyle();
  }

  /** Labels of the map keep out from under the element, until the answer is called. */
  keepClearOf(element: Element): () => void {
    const remove = this.#controls.addCovering(element);
    const resizes = new ResizeObserver(() => this.#sceneLayer?.redraw());
    resizes.observe(element);
    return () => {
      resizes.disconnect();
      remove();
    };
  }

  /** Reads the colours again; happens by itself when the colour scheme of the page changes. */
  refreshTheme(): void {
    this.#ground?.setPalette(readPalette(this.#host));
    this.setGround(this.#wantedGround);
    this.#restyle();
  }

  fitScene({ animate = true }: { animate?: boolean } = {}): void {
    const bounds = sceneBounds(this.#scene, [...this.#vehicles.values()]);
    this.#isFitted = true;
    const options = {
      ...paddingOf(this.leaflet, this.#room()),
      maxZoom: FLY_ZOOM,
      animate: animate && !prefersStillness(),
    };
    this.leaflet.fitBounds(bounds ?? HOME, options);
  }

  flyTo(at: LatLng, zoom: number = Math.max(FLY_ZOOM, this.leaflet.getZoom())): void {
    flyClearOf(this.leaflet, at, zoom, this.#insets);
  }

  /** False when no such vehicle has been seen. */
  flyToVehicle(id: string): boolean {
    const vehicle = this.#vehicles.get(id);
    if (vehicle) this.flyTo(vehicle);
    return vehicle !== undefined;
  }

  /** Shows all of a line. */
  fitLine(points: readonly LatLng[]): void {
    this.#isFitted = true;
    this.leaflet.fitBounds(
      points.map(({ lat, lng }) => [lat, lng]),
      { ...paddingOf(this.leaflet, this.#room()), maxZoom: FLY_ZOOM, animate: false },
    );
  }

  /** What is fitted keeps clear of the buttons as well. */
  #room(): Insets {
    if (!this.#hasButtons) return this.#insets;
    const side = this.#locale.lang === 'ar' ? 'right' : 'left';
    return { ...this.#insets, [side]: this.#insets[side] + BUTTONS_PX };
  }

  destroy(): void {
    for (const cleanup of this.#cleanups) cleanup();
    this.leaflet.remove();
    this.#ground = null;
    this.#sceneLayer = null;
    this.#host.replaceChildren();
    this.#host.classList.remove('qafila-map');
  }

  async #drawGround(): Promise<void> {
    const basemap = await loadBasemap();
    if (!this.leaflet.getContainer().isConnected) return;
    this.#ground = new BasemapLayer(basemap, readPalette(this.#host)).addTo(this.leaflet);
    this.#addScene(basemap);
    const onFonts = () => this.#onFonts();
    document.fonts.addEventListener('loadingdone', onFonts);
    this.#cleanups.push(() => document.fonts.removeEventListener('loadingdone', onFonts));
    const { fontFamily } = readPalette(this.#host);
    await Promise.allSettled(
      [400, 600].map((weight) => document.fonts.load(`${weight} 13px ${fontFamily}`, 'دA1')),
    );
    this.#onFonts();
  }

  #addScene(basemap: Basemap): void {
    const layer = new SceneLayer(basemap, this.#style(), () => this.#controls.coveredBoxes());
    layer.setScene(this.#scene);
    this.#sceneLayer = layer.addTo(this.leaflet);
    layer.setVehicles([...this.#vehicles.values()]);
    this.#ground?.setTinted(this.#scene.governorates);
    listenForPicks(this.leaflet, layer, {
      onChoose: (target) => this.#choose(target),
      onHover: (pick) => this.#events.onHover?.(pick),
    });
    new MapKeyboard(this.leaflet, layer, {
      onChoose: (target) => this.#choose(target),
      onFit: () => this.fitScene(),
      onReach: (reached) => this.#controls.announce(reached ? this.#locale.labels.marks.place(reached) : ''),
    });
  }

  #choose(target: SceneTarget | null): void {
    if (target?.kind === 'cluster' || target?.kind === 'vehicles') this.#openCluster(target);
    else this.#events.onPick?.(target);
  }

  #openCluster({ kind, ids }: Exclude<SceneTarget, ScenePick>): void {
    const candidates: readonly (LatLng & { id: string })[] =
      kind === 'vehicles' ? [...this.#vehicles.values()] : this.#scene.destinations;
    const members = candidates.filter(({ id }) => ids.includes(id));
    const [first] = members;
    const isClosest = this.leaflet.getZoom() >= this.leaflet.getMaxZoom() - 0.5;
    if (first && isClosest) {
      this.#events.onPick?.({ kind: kind === 'vehicles' ? 'vehicle' : 'destination', id: first.id });
    } else
      this.leaflet.fitBounds(
        members.map(({ lat, lng }) => [lat, lng]),
        paddingOf(this.leaflet, this.#room()),
      );
  }

  #onTiles(ground: TiledGround | null): void {
    this.#seenTiles = ground;
    zoomAsFarAs(this.leaflet, ground);
    this.#host.classList.toggle('has-tiles', ground?.kind === 'raster');
    this.#showLabels();
    this.#onViewSettled();
    this.#restyle();
  }

  #showLabels(): void {
    const { labels } = this.#locale;
    const ofTiles = this.#seenTiles ? [{ text: this.#seenTiles.attribution }] : [];
    this.#controls.setLabels({ ...labels, attribution: [...ofTiles, ...labels.attribution] });
  }

  #toggleLayer(layer: LayerName, isShown: boolean): void {
    const hidden = new Set(this.#hidden);
    if (isShown) hidden.delete(layer);
    else hidden.add(layer);
    this.#hidden = hidden;
    this.#restyle();
  }

  #style(): SceneStyle {
    const palette = readPalette(this.#host);
    const ratio = window.devicePixelRatio || 1;
    return {
      ...this.#locale,
      palette,
      fills: makeRingFills(palette, ratio),
      sprites: new VehicleSprites(palette, ratio),
      markScale: this.#markScale,
      insets: this.#insets,
      // Tiles name the towns themselves.
      hidden: this.#seenTiles ? new Set([...this.#hidden, 'towns']) : this.#hidden,
    };
  }

  #restyle(): void {
    this.#sceneLayer?.setStyle(this.#style());
  }

  #onFonts(): void {
    forgetWidths();
    this.#sceneLayer?.redraw();
  }

  #onViewSettled(): void {
    const map = this.leaflet;
    const { y } = map.getSize();
    const [a, b] = [map.containerPointToLatLng([0, y / 2]), map.containerPointToLatLng([100, y / 2])];
    this.#controls.setScale(a.distanceTo(b) / 100);
    const zoom = map.getZoom();
    this.#controls.setZoomLimits({
      isClosest: zoom >= map.getMaxZoom(),
      isFurthest: zoom <= map.getMinZoom(),
    });
    const { lat, lng } = map.getCenter();
    this.#events.onViewChange?.({ center: { lat, lng }, zoom });
  }

  #watchHost(): void {
    const resizes = new ResizeObserver(() => {
      this.leaflet.invalidateSize({ animate: false, pan: false });
      limitZoom(this.leaflet);
    });
    resizes.observe(this.#host);
    const scheme = new MutationObserver(() => this.refreshTheme());
    scheme.observe(document.documentElement, { attributeFilter: [SCHEME_ATTRIBUTE] });
    this.#cleanups.push(
      () => resizes.disconnect(),
      () => scheme.disconnect(),
    );
  }
}

export function createMap(element: HTMLElement, options: MapOptions): QafilaMap {
  return new QafilaMap(element, options);
}
