export { inviteFirstAdmin } from './first-admin.ts';
export { inviteSomeone } from './invitations.service.ts';
export { peopleRoutes } from './people.routes.ts';
