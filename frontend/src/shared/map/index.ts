export { createMap, type QafilaMap } from './create-map.ts';
export * from './geometry.ts';
export { type AttributionPart, LAYER_NAMES, type LayerName, type MapLabels } from './labels.ts';
export type { MapEvents, MapLocale, MapOptions, MapView, RasterTiles } from './map-options.ts';
export * from './scene.ts';
export { type Insets, NO_INSETS } from './scene-style.ts';
export type { SitePicker } from './site-picker.ts';
export { useLeafletMap } from './use-leaflet-map.ts';
