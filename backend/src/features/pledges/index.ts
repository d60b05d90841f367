export { pledgeRoutes } from './pledges.routes.ts';
