export { type ConvoyView, expectedDelayMin, isOnTheRoad, viewsOf } from './convoy-view.ts';
export { useLive } from './live.store.ts';
export { RouteProgress } from './RouteProgress.tsx';
export { crewsOf, sceneOf, sceneVehicles } from './scene-of.ts';
export { TimeRange } from './TimeRange.tsx';
