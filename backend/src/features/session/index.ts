export { hashPassword } from './passwords.ts';
export { sessionRoutes } from './session.routes.ts';
export { as, toSignedIn } from './session.service.ts';
export { forgetTries } from './throttle.repository.ts';
export { beginTry } from './throttle.ts';
