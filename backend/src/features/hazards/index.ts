export { startHazardFeed } from './feed.service.ts';
export { type HazardRouteDeps, hazardRoutes } from './hazards.routes.ts';
export { hazardsOf, hazardsOnRoute } from './hazards.service.ts';
