export { auditConvoy, lockedConvoy } from './conclude.ts';
export { convoyRoutes } from './convoys.routes.ts';
export { cargoOf, convoyForRead, convoysOf } from './convoys.service.ts';
export { settleWhenAllIsCounted } from './stops.service.ts';
