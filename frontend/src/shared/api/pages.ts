import type { Endpoint } from '@qafila/contract';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { type Answer, type CallInput, call, type Target } from './call.ts';
import { keyOf } from './keys.ts';

type Page = { readonly nextCursor: string | null };

/** Reads an endpoint that answers page by page; further pages when they are asked for. */
export function useApiPages<E extends Endpoint>(
  endpoint: E,
  target: Target<E>,
): UseInfiniteQueryResult<InfiniteData<Answer<E>>> {
  const { params, query } = target as { params?: unknown; query?: object };
  return useInfiniteQuery({
    queryKey: [...keyOf(endpoint, { params, query }), 'pages'],
    queryFn: ({ pageParam, signal }) => {
      const at = pageParam === undefined ? {} : { cursor: pageParam };
      return call(endpoint, { ...target, query: { ...query, ...at }, signal } as unknown as CallInput<E>);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as Page).nextCursor ?? undefined,
  });
}
