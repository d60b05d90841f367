import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyNote } from './EmptyState.tsx';
import { FilterBar, SearchInput } from './FilterBar.tsx';
import { PageHead } from './PageHead.tsx';
import { Panel } from './Panel.tsx';
import { QueryView } from './QueryView.tsx';
import { useUrlState } from './url-state.ts';

type RegisterWords = {
  title: string;
  add: string;
  filter: string;
  empty: string;
  emptyText: string;
  noneFound: string;
  count: (entries: number) => string;
};

type RegisterPageProps<Entry extends { id: string }> = {
  words: RegisterWords;
  query: UseQueryResult<Entry[]>;
  canManage: boolean;
  fits: (entry: Entry, search: string) => boolean;
  /** Further narrowing, beside the search. */
  filters?: ReactNode;
  /** The table of what fits; `onEdit` is left out for those who only read. */
  table: (shown: Entry[], onEdit?: (id: string) => void) => ReactNode;
  /** The form of one entry, or of a new one when undefined. */
  dialog: (entry: Entry | undefined, onClose: () => void) => ReactNode;
};

/** A list people search, add to and edit. The search and the entry being edited are in the URL. */
export function RegisterPage<Entry extends { id: string }>(props: RegisterPageProps<Entry>) {
  const { words, query, canManage, fits, filters, table, dialog } = props;
  const [search, setSearch] = useUrlState('q', '');
  const [edited, edit] = useUrlState('edit', '');
  const shown = (query.data ?? []).filter((entry) => fits(entry, search));
  return (
    <>
      <PageHead
        title={words.title}
        meta={query.data && <span>{words.count(query.data.length)}</span>}
        actions={canManage && <Button onClick={() => edit('new')}>{words.add}</Button>}
      />
      <Panel flush>
        <FilterBar>
          <SearchInput label={words.filter} value={search} onChange={setSearch} />
          {filters}
        </FilterBar>
        <QueryView query={query}>
          {(entries) => {
            if (entries.length === 0) return <EmptyNote title={words.empty}>{words.emptyText}</EmptyNote>;
            if (shown.length === 0) return <EmptyNote title={words.noneFound} />;
            return canManage ? table(shown, edit) : table(shown);
          }}
        </QueryView>
      </Panel>
      {edited &&
        query.data &&
        canManage &&
        dialog(
          query.data.find((entry) => entry.id === edited),
          () => edit(null),
        )}
    </>
  );
}
