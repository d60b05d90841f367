import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingState } from '../../shared/ui/index.ts';
import classes from './PagedList.module.css';
import type { Pages } from './use-pages.ts';

type PagedListProps<Item> = {
  pages: Pages<{ items: Item[]; nextCursor: string | null }>;
  /** In the place of a list without entries. */
  empty: ReactNode;
  children: (items: readonly Item[]) => ReactNode;
};

/** What has been read of a long list, and a button for more. */
export function PagedList<Item>({ pages, empty, children }: PagedListProps<Item>) {
  const { t } = useTranslation('visits');
  if (pages.data === undefined) {
    return pages.error ? (
      <ErrorState error={pages.error} onRetry={pages.refetch} />
    ) : (
      <LoadingState rows={6} />
    );
  }
  const items = pages.data.pages.flatMap((page) => page.items);
  return (
    <>
      {items.length > 0 ? children(items) : empty}
      {pages.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        </div>
      )}
    </>
  );
}
