export { createShareDoor, type ShareDoor } from './door.service.ts';
export { type ShareRouteDeps, shareLinkRoutes } from './share-links.routes.ts';
export { createSharedViews, type SharedViews } from './shared-view.service.ts';
