export { stockRoutes } from './stock.routes.ts';
export { stockOf } from './stock.service.ts';
