import { type Item, listItems } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';

/** One item of the catalogue; undefined while it is being read, or when there is none of that id. */
export function useItem(itemId: string | null): Item | undefined {
  const { data } = useApiQuery(listItems, {});
  return data?.find((item) => item.id === itemId);
}
