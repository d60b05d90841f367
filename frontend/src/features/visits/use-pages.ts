import { listFindings, listNotVisited, listVisits } from '@qafila/contract';
import { type Target, useApiPages } from '../../shared/api/index.ts';

type QueryOf<E extends typeof listVisits | typeof listFindings | typeof listNotVisited> = Omit<
  NonNullable<Target<E>['query']>,
  'cursor'
>;

export function useVisits(query: QueryOf<typeof listVisits>) {
  return useApiPages(listVisits, { query });
}

export function useFindings(query: QueryOf<typeof listFindings>) {
  return useApiPages(listFindings, { query });
}

export function useNotVisited(query: QueryOf<typeof listNotVisited>) {
  return useApiPages(listNotVisited, { query });
}
