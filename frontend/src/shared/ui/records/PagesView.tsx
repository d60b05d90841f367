import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ErrorState.tsx';
import { LoadingState } from '../LoadingState.tsx';
import classes from './PagesView.module.css';

type PageOf<Item> = { items: Item[]; nextCursor: string | null };

type PagesViewProps<Item, Page extends PageOf<Item>> = {
  query: UseInfiniteQueryResult<InfiniteData<Page>>;
  /** In the place of a list with nothing in it. */
  empty: ReactNode;
  children: (items: Page['items'][number][], first: Page) => ReactNode;
};

/** What `useApiPages` has read so far, and the way to more. */
export function PagesView<Item, Page extends PageOf<Item>>(props: PagesViewProps<Item, Page>) {
  const { query, empty, children } = props;
  const { t } = useTranslation('records');
  const [first] = query.data?.pages ?? [];
  if (!first) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={query.refetch} />
    ) : (
      <LoadingState rows={6} />
    );
  }
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return empty;
  return (
    <>
      {children(items, first)}
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
