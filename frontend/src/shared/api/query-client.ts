import { whoAmI } from '@qafila/contract';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, NetworkError } from './errors.ts';
import { keyOf } from './keys.ts';

/** A session that has ended elsewhere ends here too: the shell then shows the sign-in page. */
function noticeEndedSession(error: unknown): void {
  if (isProblem(error, 'not_signed_in')) queryClient.setQueryData(keyOf(whoAmI, {}), null);
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({ onError: noticeEndedSession }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; only what did not arrive is worth asking again.
      retry: (failures, error) => error instanceof NetworkError && failures < 3,
    },
    mutations: { retry: false },
  },
});
