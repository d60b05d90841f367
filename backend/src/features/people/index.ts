export { inviteFirstAdmin } from './first-admin.ts';
export { peopleRoutes } from './people.routes.ts';
