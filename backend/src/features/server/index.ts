export { demoLogins } from './demo-logins.repository.ts';
export { DEMO_PASSWORD, serverRoutes } from './server.routes.ts';
