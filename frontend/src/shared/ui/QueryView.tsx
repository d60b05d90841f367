import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
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
  if (query.error) return <ErrorState error={query.error} onRetry={query.refetch} />;
  return loading;
}
