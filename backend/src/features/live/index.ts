export { type LiveRouteDeps, liveRoutes } from './live.routes.ts';
export { createLiveServer, type LiveServer } from './live.socket.ts';
