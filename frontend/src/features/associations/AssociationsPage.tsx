import { useDebouncedValue } from '@mantine/hooks';
import { listAssociations } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../../shared/api/index.ts';
import { EmptyNote, FilterBar, Panel, SearchInput, useUrlState } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { AssociationsTable } from './AssociationsTable.tsx';
import { RegistryFilters } from './RegistryFilters.tsx';
import { RegistryFrame } from './RegistryFrame.tsx';
import { useRegistryFilters } from './use-registry-filters.ts';

const WHILE_TYPING_MS = 250;

/** The register: everybody who was declared once, by name. */
export function AssociationsPage() {
  const { t } = useTranslation('associations');
  const [search, setSearch] = useUrlState('q', '');
  const [q] = useDebouncedValue(search.trim(), WHILE_TYPING_MS);
  const filters = useRegistryFilters();
  const pages = useApiPages(listAssociations, { query: { ...filters.query, ...(q && { q }) } });
  const total = pages.data?.pages[0]?.total;
  const isNarrowed = q !== '' || filters.isNarrowed;
  return (
    <RegistryFrame tab="list" meta={total !== undefined && <span>{t('count', { count: total })}</span>}>
      <Panel flush>
        <FilterBar>
          <SearchInput label={t('filter')} value={search} onChange={setSearch} />
          <RegistryFilters filters={filters} />
        </FilterBar>
        <PagesView
          query={pages}
          empty={
            isNarrowed ? (
              <EmptyNote title={t('noneFound')} />
            ) : (
              <EmptyNote title={t('empty')}>{t('emptyText')}</EmptyNote>
            )
          }
        >
          {(associations) => <AssociationsTable associations={associations} />}
        </PagesView>
      </Panel>
    </RegistryFrame>
  );
}
