export { auditConvoy, lockedConvoy, lockedConvoyOf } from './conclude.ts';
export { convoyRoutes } from './convoys.routes.ts';
export { cargoOf, convoyForRead, convoysOf, readFile } from './convoys.service.ts';
export { settleWhenAllIsCounted } from './stops.service.ts';
