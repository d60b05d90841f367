export { startHazardFeed } from './feed.service.ts';
export { type HazardRouteDeps, hazardRoutes } from './hazards.routes.ts';
export { hazardsOnRoute } from './hazards.service.ts';
