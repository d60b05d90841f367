import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/index.ts';
import { EmptyNote } from './EmptyState.tsx';
import { ErrorState } from './ErrorState.tsx';
import { LoadingState } from './LoadingState.tsx';

type QueryViewProps<Data> = {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
  /** Shown while the first answer is on its way. */
  loading?: ReactNode;
};

/** What a query holds, or why not yet. Data once read stays on the screen while it is read again. */
export function QueryView<Data>({ query, children, loading = <LoadingState /> }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (isOfNoSuchId(query.error)) return <NothingThere />;
  if (query.error) return <ErrorState error={query.error} onRetry={query.refetch} />;
  return loading;
}

/** What has no id’s form in an address is of nothing that there is. */
function isOfNoSuchId(error: unknown): boolean {
  return (
    isProblem(error, 'invalid_input') && (error.problem.errors ?? []).some(({ path }) => path.endsWith('Id'))
  );
}

function NothingThere() {
  const { t } = useTranslation();
  return <EmptyNote title={t('page.notFoundTitle')}>{t('page.notFoundText')}</EmptyNote>;
}
