export { forgetRuns } from './jobs.repository.ts';
export { type JobRouteDeps, jobRoutes } from './jobs.routes.ts';
export { runAsServer } from './jobs.service.ts';
