import type { LatLng } from '@qafila/contract';
import type { Px } from './pixels.ts';

/**
 * World: spherical Mercator in pixels of zoom 0, measured from a point in the middle of Syria, so that numbers stay
 * small enough for the 32-bit coordinates of a canvas path.
 */
const TILE = 256;
const EQUATOR_M = 40_075_017;
const ORIGIN: LatLng = { lat: 35, lng: 37 };

function mercator({ lat, lng }: LatLng): Px {
  const sin = Math.sin((lat * Math.PI) / 180);
  return {
    x: TILE * (lng / 360 + 0.5),
    y: TILE * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)),
  };
}

const originPx = mercator(ORIGIN);

export function toWorld(at: LatLng): Px {
  const { x, y } = mercator(at);
  return { x: x - originPx.x, y: y - originPx.y };
}

/** What a canvas shows: world × scale − (left, top) is a pixel of it. */
export type View = {
  readonly zoom: number;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** Size of the canvas, padding included. */
  readonly width: number;
  readonly height: number;
  /** Size of the padding that lies outside the window on every side. */
  readonly padX: number;
  readonly padY: number;
};

/** `corner` is the canvas's top left corner in the map's own pixels of that zoom. */
export function makeView(
  zoom: number,
  corner: Px,
  size: Pick<View, 'width' | 'height' | 'padX' | 'padY'>,
): View {
  const scale = 2 ** zoom;
  return { zoom, scale, left: corner.x - originPx.x * scale, top: corner.y - originPx.y * scale, ...size };
}

export const toView = (view: View, world: Px): Px => ({
  x: world.x * view.scale - view.left,
  y: world.y * view.scale - view.top,
});

/** Metres on the ground that a world unit is, at a latitude. */
export const metresPerWorld = (lat: number): number => (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / TILE;

export const metresPerPx = ({ scale }: View, lat: number): number => metresPerWorld(lat) / scale;

export const project = (view: View, at: LatLng): Px => toView(view, toWorld(at));
