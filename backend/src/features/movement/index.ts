export { movementRoutes } from './movement.routes.ts';
