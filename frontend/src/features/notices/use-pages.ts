import { listNoticeAlarms, listNotices, listNoticeThreads } from '@qafila/contract';
import { invalidateWork, queryClient, useApiPages } from '../../shared/api/index.ts';

type Asked<E extends { query: { _zod: { input: unknown } } }> = Omit<
  E['query']['_zod']['input'] & object,
  'cursor'
>;
export type NoticeQuery = Asked<typeof listNotices>;
export type ThreadQuery = Asked<typeof listNoticeThreads>;

export function useNotices(query: NoticeQuery) {
  return useApiPages(listNotices, { query });
}

export function useThreads(noticeId: string, query: ThreadQuery) {
  return useApiPages(listNoticeThreads, { params: { noticeId }, query });
}

export function useAlarms() {
  return useApiPages(listNoticeAlarms, { query: {} });
}

export async function readNoticesAgain(): Promise<void> {
  await invalidateWork(queryClient, ['notices']);
}
