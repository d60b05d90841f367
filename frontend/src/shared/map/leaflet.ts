import 'leaflet/dist/leaflet.css';
// Every way to move a map but the long press, which nothing here listens for.
import 'leaflet/src/map/handler/Map.BoxZoom.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.Keyboard.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';

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
export { Map } from 'leaflet/src/map/Map.js';
