export { openApplication } from './applicant-door.ts';
export { registryRoutes } from './registry.routes.ts';
