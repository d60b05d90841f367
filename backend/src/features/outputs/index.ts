export { outputRoutes } from './outputs.routes.ts';
