export { referenceRoutes } from './reference.routes.ts';
export { itemRefs, listGovernorates, siteRefs } from './reference.service.ts';
export { itemRefSql, namedRefSql, siteRefSql } from './reference-json.repository.ts';
