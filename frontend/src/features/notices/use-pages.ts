import { listNoticeAlarms, listNotices, listNoticeThreads } from '@qafila/contract';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { type Answer, call, invalidateWork, keyOf, queryClient } from '../../shared/api/index.ts';

type Page<Item> = { items: Item[]; nextCursor: string | null };
export type Pages<Item> = UseInfiniteQueryResult<InfiniteData<Page<Item>>>;

/** A list read page by page, as far as was asked for. */
function usePages<Item>(
  key: readonly unknown[],
  read: (cursor: { cursor?: string }) => Promise<Page<Item>>,
): Pages<Item> {
  return useInfiniteQuery({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam }) => read(pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

type Asked<E extends { query: { _zod: { input: unknown } } }> = Omit<
  E['query']['_zod']['input'] & object,
  'cursor'
>;
export type NoticeQuery = Asked<typeof listNotices>;
export type ThreadQuery = Asked<typeof listNoticeThreads>;

export function useNotices(query: NoticeQuery): Pages<Answer<typeof listNotices>['items'][number]> {
  return usePages(keyOf(listNotices, { query }), (cursor) =>
    call(listNotices, { query: { ...query, ...cursor } }),
  );
}

export function useThreads(
  noticeId: string,
  query: ThreadQuery,
): Pages<Answer<typeof listNoticeThreads>['items'][number]> {
  const target = { params: { noticeId }, query };
  return usePages(keyOf(listNoticeThreads, target), (cursor) =>
    call(listNoticeThreads, { ...target, query: { ...query, ...cursor } }),
  );
}

export function useAlarms(): Pages<Answer<typeof listNoticeAlarms>['items'][number]> {
  return usePages(keyOf(listNoticeAlarms, {}), (cursor) => call(listNoticeAlarms, { query: cursor }));
}

export async function readNoticesAgain(): Promise<void> {
  await invalidateWork(queryClient, ['notices']);
}
