export { auditConvoy, lockedConvoy } from './conclude.ts';
export { convoyRoutes } from './convoys.routes.ts';
export { cargoOf, convoyForRead, convoysOf } from './convoys.service.ts';
export { itemRefSql, namedRefSql, siteRefSql } from './reference-json.repository.ts';
export { settleWhenAllIsCounted } from './stops.service.ts';
