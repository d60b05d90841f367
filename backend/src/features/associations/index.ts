export { associationRoutes } from './associations.routes.ts';
export { associationRefs } from './associations.service.ts';
