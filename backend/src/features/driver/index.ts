export { type DriverRouteDeps, driverRoutes } from './driver.routes.ts';
export { driverWith } from './driver-links.service.ts';
