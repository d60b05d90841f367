export { openApplication } from './applicant-door.ts';
export { forgetDrafts } from './drafts.service.ts';
export { registryRoutes } from './registry.routes.ts';
