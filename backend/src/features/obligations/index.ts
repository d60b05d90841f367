export { obligationRoutes } from './obligations.routes.ts';
export { openDueObligations } from './opening.service.ts';
export { requireMayPledge } from './pledge-standing.service.ts';
export { remindOfObligations } from './reminders.service.ts';
