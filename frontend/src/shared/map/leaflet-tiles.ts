/** Leaflet's tiles, and what the vector tiles of protomaps-leaflet ask of it. */
export { DomUtil } from 'leaflet/src/dom/index.js';
export { GridLayer, tileLayer } from 'leaflet/src/layer/tile/index.js';
