import { Button, Checkbox } from '@mantine/core';
import { listNeeds, type Need } from '@qafila/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { isFound } from '../../shared/lists/index.ts';
import {
  EmptyNote,
  EmptyState,
  FilterBar,
  Panel,
  QueryView,
  SearchInput,
  ShowMore,
  useUrlState,
} from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { byUrgency } from './coverage.ts';
import { NeedsTable } from './NeedsTable.tsx';

type NeedsTabProps = { campaignId: string };

/** Every need of the campaign, the most urgent first. */
export function NeedsTab({ campaignId }: NeedsTabProps) {
  const { t } = useTranslation('needs');
  const { number } = useFormat();
  const can = useCan();
  const [search, setSearch] = useUrlState('q', '');
  const [gaps, setGaps] = useUrlState<'all' | 'open'>('gaps', 'all');
  const query = useApiQuery(listNeeds, { params: { campaignId } });
  const shown = useMemo(
    () => (query.data ?? []).filter((need) => fits(need, search, gaps === 'open')).sort(byUrgency),
    [query.data, search, gaps],
  );
  const showAll = () => {
    setSearch(null);
    setGaps(null);
  };
  return (
    <Panel
      flush
      title={t('list.title')}
      note={query.data && number(shown.length)}
      aside={
        can('need:manage') && (
          <Button size="xs" component={Link} href={`/c/${campaignId}/needs/new`}>
            {t('new')}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {(needs) =>
          needs.length === 0 ? (
            <NoNeeds campaignId={campaignId} />
          ) : (
            <>
              <FilterBar>
                <SearchInput label={t('list.filter')} value={search} onChange={setSearch} />
                <Checkbox
                  label={t('list.onlyGaps')}
                  checked={gaps === 'open'}
                  onChange={(event) => setGaps(event.currentTarget.checked ? 'open' : 'all')}
                />
              </FilterBar>
              {shown.length > 0 ? (
                <ShowMore key={`${search} ${gaps}`} entries={shown}>
                  {(first) => <NeedsTable campaignId={campaignId} needs={first} />}
                </ShowMore>
              ) : (
                <NoneFound onShowAll={showAll} />
              )}
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

function fits(need: Need, search: string, onlyGaps: boolean): boolean {
  const { site, item, coverage } = need;
  if (onlyGaps && coverage.gap === 0) return false;
  return isFound(search, [site.nameAr, site.nameEn, item.nameAr, item.nameEn, item.code]);
}

function NoNeeds({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('needs');
  const can = useCan();
  if (!can('need:manage')) return <EmptyNote title={t('list.empty')}>{t('list.emptyTextReader')}</EmptyNote>;
  const add = (
    <Button component={Link} href={`/c/${campaignId}/needs/new`}>
      {t('new')}
    </Button>
  );
  return <EmptyState steps={[{ title: t('list.empty'), text: t('list.emptyText'), actions: add }]} />;
}

function NoneFound({ onShowAll }: { onShowAll: () => void }) {
  const { t } = useTranslation('needs');
  return (
    <EmptyNote title={t('list.noneFound')}>
      {t('list.noneFoundText')}
      <Button variant="default" size="xs" onClick={onShowAll}>
        {t('list.showAll')}
      </Button>
    </EmptyNote>
  );
}
