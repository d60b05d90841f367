import { listSites, type Site } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';

/** One site; undefined while it is being read, or when there is none of that id. */
export function useSite(siteId: string | null): Site | undefined {
  const { data } = useApiQuery(listSites, {});
  return data?.find((site) => site.id === siteId);
}
