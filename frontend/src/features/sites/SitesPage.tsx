import { Button, SegmentedControl } from '@mantine/core';
import { listSites, type Site, SiteKind } from '@qafila/contract';
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
import { SiteDialog } from './SiteDialog.tsx';
import { SitesTable } from './SitesTable.tsx';

type KindFilter = SiteKind | 'all';

/** Places where goods can be. The site being edited is in the URL. */
export function SitesPage() {
  const { t } = useTranslation('sites');
  const can = useCan();
  const [search, setSearch] = useUrlState('q', '');
  const [kind, setKind] = useUrlState<KindFilter>('kind', 'all');
  const [edited, edit] = useUrlState('edit', '');
  const query = useApiQuery(listSites, {});
  const shown = (query.data ?? []).filter((site) => fits(site, search, kind));
  const canManage = can('site:manage');
  const kinds = ['all', ...SiteKind.options] as const;
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
          <SegmentedControl
            size="xs"
            aria-label={t('kindFilter')}
            value={kind}
            onChange={(chosen) => setKind(chosen as KindFilter)}
            data={kinds.map((value) => ({
              value,
              label: value === 'all' ? t('allKinds') : t(`siteKind.${value}`),
            }))}
          />
        </FilterBar>
        <QueryView query={query}>
          {(sites) => {
            if (sites.length === 0) return <EmptyNote title={t('empty')}>{t('emptyText')}</EmptyNote>;
            if (shown.length === 0) return <EmptyNote title={t('noneFound')} />;
            return <SitesTable sites={shown} {...(canManage && { onEdit: edit })} />;
          }}
        </QueryView>
      </Panel>
      {edited && query.data && canManage && (
        <SiteDialog site={query.data.find((it) => it.id === edited)} onClose={() => edit(null)} />
      )}
    </>
  );
}

function fits(site: Site, search: string, kind: KindFilter): boolean {
  return (kind === 'all' || site.kind === kind) && isFound(search, [site.nameAr, site.nameEn]);
}
