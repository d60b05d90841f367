export { createShareDoor, type ShareDoor } from './door.service.ts';
export { type ShareRouteDeps, shareLinkRoutes } from './share-links.routes.ts';
