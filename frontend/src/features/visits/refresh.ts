import { invalidateWork, queryClient } from '../../shared/api/index.ts';

/** Has every screen of visits and findings read again what this user has just changed. */
export function refresh(): Promise<void> {
  return invalidateWork(queryClient, ['visits', 'documents']);
}
