export { demoLogins } from './demo-logins.repository.ts';
export { DEMO_PASSWORD, type ServerRouteDeps, serverRoutes } from './server.routes.ts';
