export { type LiveRouteDeps, liveRoutes } from './live.routes.ts';
export { createLiveServer } from './live.socket.ts';
