import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** What the reader looks at closely: a convoy, or a destination or depot. At most one, kept in the address. */
export type Selection = { readonly kind: 'convoy' | 'site'; readonly id: string };

const KINDS = ['convoy', 'site'] as const;

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
          if (next) after.set(next.kind, next.id);
          return after;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [kind && id ? { kind, id } : null, select];
}
