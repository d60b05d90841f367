import { type Application, readOwnApplication } from '@qafila/contract';
import { useQuery } from '@tanstack/react-query';
import { call, queryClient } from '../../shared/api/index.ts';
import { headerOf, type Key } from './application-key.ts';

/** Of the secret too: what one secret opened or did not open says nothing of another. */
const queryKeyOf = (key: Key) => [readOwnApplication.path, headerOf(key)];

/** The application that the key opens. */
export function useApplication(key: Key) {
  return useQuery({
    queryKey: queryKeyOf(key),
    queryFn: ({ signal }) => call(readOwnApplication, { applicant: headerOf(key), signal }),
    retry: false,
  });
}

/** Takes over what the server answered after a change. */
export function takeApplication(key: Key, application: Application): void {
  queryClient.setQueryData(queryKeyOf(key), application);
}
