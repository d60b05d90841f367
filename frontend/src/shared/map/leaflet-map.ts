import type { LatLng } from '@qafila/contract';
import * as L from './leaflet.ts';
import type { MapOptions } from './map-options.ts';
import type { Insets } from './scene-style.ts';

const MAX_BOUNDS: L.LatLngBoundsLiteral = [
  [29.2, 30.5],
  [40.2, 47.5],
];
/** Damascus to the coast. */
export const HOME: L.LatLngBoundsLiteral = [
  [33.44, 35.72],
  [35.68, 36.8],
];
const MIN_ZOOM = 6;
const OFFLINE_MAX_ZOOM = 12;
const OFFLINE_SNAP = 0.25;
const FIT_MARGIN_PX = 64;
/** Close enough to see which road a truck is on. */
export const FLY_ZOOM = 10;

export const prefersStillness = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

export function makeLeaflet(container: HTMLElement, { isInteractive = true }: MapOptions): L.Map {
  const map = new L.Map(container, {
    zoomControl: false,
    attributionControl: false,
    minZoom: MIN_ZOOM,
    maxZoom: OFFLINE_MAX_ZOOM,
    zoomSnap: OFFLINE_SNAP,
    wheelPxPerZoomLevel: 120,
    maxBounds: MAX_BOUNDS,
    maxBoundsViscosity: 1,
    keyboard: isInteractive,
    dragging: isInteractive,
    scrollWheelZoom: isInteractive,
    doubleClickZoom: isInteractive,
    touchZoom: isInteractive,
    boxZoom: isInteractive,
  });
  container.setAttribute('role', isInteractive ? 'application' : 'img');
  return map;
}

/** Tiles are drawn for whole zooms, and know more than the embedded ground. */
export function zoomAsFarAs(map: L.Map, tiles: { maxZoom: number } | null): void {
  map.options.zoomSnap = tiles ? 1 : OFFLINE_SNAP;
  map.setMaxZoom(tiles?.maxZoom ?? OFFLINE_MAX_ZOOM);
  if (tiles) map.setZoom(Math.floor(map.getZoom()), { animate: false });
}

/** Never so far out that the window is wider than the land that was cut out for it. */
export function limitZoom(map: L.Map): void {
  const { x, y } = map.getSize();
  if (x === 0 || y === 0) return;
  map.setMinZoom(Math.max(MIN_ZOOM, map.getBoundsZoom(MAX_BOUNDS, true)));
}

/** Room around what is fitted: the panels, and a margin for the labels. */
export function paddingOf(map: L.Map, { top, right, bottom, left }: Insets): L.FitBoundsOptions {
  const { x, y } = map.getSize();
  const margin = Math.min(FIT_MARGIN_PX, x / 8, y / 8);
  return {
    paddingTopLeft: [left + margin, top + margin],
    paddingBottomRight: [right + margin, bottom + margin],
  };
}

/** Flies to a place so that it comes to lie in the middle of what the panels leave free. */
export function flyClearOf(map: L.Map, at: LatLng, zoom: number, { top, right, bottom, left }: Insets): void {
  const shift = new L.Point((right - left) / 2, (bottom - top) / 2);
  const center = map.unproject(map.project(at, zoom).add(shift), zoom);
  if (prefersStillness()) map.setView(center, zoom, { animate: false });
  else map.flyTo(center, zoom, { duration: 0.8 });
}
