import 'leaflet/dist/leaflet.css';

/**
 * What every map needs of Leaflet, part by part: its one file brings markers, popups, vectors and controls along.
 * What draws with Leaflet's own layers finds them in leaflet-layers.ts.
 */
export type * from 'leaflet';
export { DomUtil } from 'leaflet/src/dom/index.js';
export { LatLng } from 'leaflet/src/geo/LatLng.js';
export { LatLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
export { Point } from 'leaflet/src/geometry/Point.js';
export { Layer } from 'leaflet/src/layer/Layer.js';
export { map } from 'leaflet/src/map/index.js';
