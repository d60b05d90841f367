export { needRoutes } from './needs.routes.ts';
export { needsOf } from './needs.service.ts';
