export type { QafilaMap } from './create-map.ts';
export * from './geometry.ts';
export type { MapLabels } from './labels.ts';
export { LineEditor, type LineEditorProps } from './line-editor/LineEditor.tsx';
export * from './scene.ts';
export { type Insets, NO_INSETS } from './scene-style.ts';
export { SitePicker } from './site-picker.ts';
export { useLeafletMap } from './use-leaflet-map.ts';
export { useMapLabels } from './useMapLabels.ts';
