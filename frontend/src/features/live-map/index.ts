export { LiveMapPage } from './LiveMapPage.tsx';
export { useMapLabels } from './useMapLabels.ts';
