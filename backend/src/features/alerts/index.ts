export { alertRoutes } from './alerts.routes.ts';
export { AlertEngine } from './engine.ts';
export { roadM } from './hazard-stretches.ts';
export { paceTeacher } from './pace.service.ts';
export { raiseReported } from './reported.service.ts';
