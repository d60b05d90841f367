export { remindOfFindings } from './reminders.service.ts';
export { visitRoutes } from './visits.routes.ts';
