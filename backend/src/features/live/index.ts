export { type LiveRouteDeps, liveRoutes } from './live.routes.ts';
export { liveMapOf } from './live.service.ts';
export { createLiveServer } from './live.socket.ts';
export { convoyRoomOf, roomOf } from './rooms.ts';
