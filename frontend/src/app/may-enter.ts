import { type SessionUser, scopeOf } from '@qafila/contract';
import type { AppRoute } from './routes.tsx';

/** Whether a role reaches a screen at all. What it may see there the server judges. */
export function mayEnter(user: Pick<SessionUser, 'role'>, route: Pick<AppRoute, 'access'>): boolean {
  return !route.access || scopeOf(user.role, route.access) !== undefined;
}
