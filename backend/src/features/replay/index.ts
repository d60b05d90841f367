export { replayRoutes } from './replay.routes.ts';
export { eventsUntil } from './replay.service.ts';
