import { Button } from '@mantine/core';
import { listItems } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { isFound } from '../../shared/lists/index.ts';
import {
  EmptyNote,
  FilterBar,
  PageHead,
  Panel,
  QueryView,
  SearchInput,
  useUrlState,
} from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { ItemDialog } from './ItemDialog.tsx';
import { ItemsTable } from './ItemsTable.tsx';

/** What is asked for and given, with weight and volume. The item being edited is in the URL. */
export function ItemsPage() {
  const { t } = useTranslation('items');
  const can = useCan();
  const [search, setSearch] = useUrlState('q', '');
  const [edited, edit] = useUrlState('edit', '');
  const query = useApiQuery(listItems, {});
  const shown = (query.data ?? []).filter((it) => isFound(search, [it.nameAr, it.nameEn, it.code]));
  return (
    <>
      <PageHead
        title={t('title')}
        meta={query.data && <span>{t('count', { count: query.data.length })}</span>}
        actions={can('item:manage') && <Button onClick={() => edit('new')}>{t('new')}</Button>}
      />
      <Panel flush>
        <FilterBar>
          <SearchInput label={t('filter')} value={search} onChange={setSearch} />
        </FilterBar>
        <QueryView query={query}>
          {(items) => {
            if (items.length === 0) return <EmptyNote title={t('empty')}>{t('emptyText')}</EmptyNote>;
            if (shown.length === 0) return <EmptyNote title={t('noneFound')} />;
            return <ItemsTable items={shown} {...(can('item:manage') && { onEdit: edit })} />;
          }}
        </QueryView>
      </Panel>
      {edited && query.data && (
        <ItemDialog item={query.data.find((it) => it.id === edited)} onClose={() => edit(null)} />
      )}
    </>
  );
}
