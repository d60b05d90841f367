import 'leaflet/src/layer/Tooltip.js';

/** Leaflet's own layers with their tooltips, for what draws with them. */
export type * from 'leaflet';
export { layerGroup } from 'leaflet/src/layer/LayerGroup.js';
export { divIcon, marker } from 'leaflet/src/layer/marker/index.js';
export { circleMarker, polygon, polyline, rectangle } from 'leaflet/src/layer/vector/index.js';
