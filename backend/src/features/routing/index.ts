export { createRouteEngine } from './engine.ts';
export { type RoutingRouteDeps, routingRoutes } from './routing.routes.ts';
export { forgetRouteAnswers } from './routing.service.ts';
