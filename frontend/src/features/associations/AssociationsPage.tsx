import { Button } from '@mantine/core';
import { listAssociations } from '@qafila/contract';
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
import { AssociationDialog } from './AssociationDialog.tsx';
import { AssociationsTable } from './AssociationsTable.tsx';

/** The register. The association being edited is in the URL. */
export function AssociationsPage() {
  const { t } = useTranslation('associations');
  const can = useCan();
  const [search, setSearch] = useUrlState('q', '');
  const [edited, edit] = useUrlState('edit', '');
  const query = useApiQuery(listAssociations, {});
  const shown = (query.data ?? []).filter((it) =>
    isFound(search, [it.nameAr, it.nameEn, it.declarationNumber]),
  );
  const canManage = can('association:manage');
  return (
    <>
      <PageHead
        title={t('title')}
        meta={query.data && <span>{t('count', { count: query.data.length })}</span>}
        actions={canManage && <Button onClick={() => edit('new')}>{t('new')}</Button>}
      />
      <Panel flush>
        <FilterBar>
          <SearchInput label={t('filter')} value={search} onChange={setSearch} />
        </FilterBar>
        <QueryView query={query}>
          {(associations) => {
            if (associations.length === 0) return <EmptyNote title={t('empty')}>{t('emptyText')}</EmptyNote>;
            if (shown.length === 0) return <EmptyNote title={t('noneFound')} />;
            return <AssociationsTable associations={shown} {...(canManage && { onEdit: edit })} />;
          }}
        </QueryView>
      </Panel>
      {edited && query.data && canManage && (
        <AssociationDialog
          association={query.data.find((it) => it.id === edited)}
          onClose={() => edit(null)}
        />
      )}
    </>
  );
}
