export { referenceRoutes } from './reference.routes.ts';
export { itemRefs, siteRefs } from './reference.service.ts';
