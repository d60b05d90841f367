import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** What the reader looks at closely: a convoy, a destination or depot, or a hazard. At most one, kept in the address. */
export type Selection = { readonly kind: 'convoy' | 'site' | 'hazard'; readonly id: string };

const KINDS = ['convoy', 'site', 'hazard'] as const;
/** Which half of the screen a phone shows, in the address; without it the map. */
export const VIEW_PARAM = 'view';

export function useSelection(): [Selection | null, (next: Selection | null) => void] {
  const [search, setSearch] = useSearchParams();
  const kind = KINDS.find((key) => search.has(key));
  const id = kind && search.get(kind);
  const select = useCallback(
    (next: Selection | null) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const key of KINDS) after.delete(key);
          // What is chosen is shown on the map.
          if (next) {
            after.set(next.kind, next.id);
            after.delete(VIEW_PARAM);
          }
          return after;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [kind && id ? { kind, id } : null, select];
}
