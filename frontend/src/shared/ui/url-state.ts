import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'wouter';

/** A piece of what a screen shows, kept in the query string; the fallback leaves no trace there. */
export function useUrlState<Value extends string = string>(
  key: string,
  fallback: NoInfer<Value>,
): [Value, (next: Value | null) => void] {
  const [search, setSearch] = useSearchParams();
  const value = (search.get(key) as Value | null) ?? fallback;
  const set = useCallback(
    (next: Value | null) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          if (next === null || next === fallback) after.delete(key);
          else after.set(key, next);
          return after;
        },
        { replace: true },
      ),
    [setSearch, key, fallback],
  );
  return [value, set];
}

/** The campaign that the address names, `/c/:campaignId/…`. */
export function useCampaignId(): string | undefined {
  const [path] = useLocation();
  return /^\/c\/([^/]+)/.exec(path)?.[1];
}
