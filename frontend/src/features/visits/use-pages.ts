import { listFindings, listNotVisited, listVisits } from '@qafila/contract';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { type Answer, call, keyOf, type Target } from '../../shared/api/index.ts';

type Page<Item> = { items: Item[]; nextCursor: string | null };
export type Pages<It extends Page<unknown>> = UseInfiniteQueryResult<InfiniteData<It>>;

type QueryOf<E extends typeof listVisits | typeof listFindings | typeof listNotVisited> = Omit<
  NonNullable<Target<E>['query']>,
  'cursor'
>;

/** A list read page by page, as far as was asked for. */
function usePages<It extends Page<unknown>>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<It>,
): Pages<It> {
  return useInfiniteQuery({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

export function useVisits(query: QueryOf<typeof listVisits>): Pages<Answer<typeof listVisits>> {
  return usePages(keyOf(listVisits, { query }), (cursor) =>
    call(listVisits, { query: { ...query, ...(cursor && { cursor }) } }),
  );
}

export function useFindings(query: QueryOf<typeof listFindings>): Pages<Answer<typeof listFindings>> {
  return usePages(keyOf(listFindings, { query }), (cursor) =>
    call(listFindings, { query: { ...query, ...(cursor && { cursor }) } }),
  );
}

export function useNotVisited(query: QueryOf<typeof listNotVisited>): Pages<Answer<typeof listNotVisited>> {
  return usePages(keyOf(listNotVisited, { query }), (cursor) =>
    call(listNotVisited, { query: { ...query, ...(cursor && { cursor }) } }),
  );
}
