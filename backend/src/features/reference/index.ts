export { referenceRoutes } from './reference.routes.ts';
export { itemRefs, siteRefs } from './reference.service.ts';
export { itemRefSql, namedRefSql, siteRefSql } from './reference-json.repository.ts';
