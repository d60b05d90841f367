import { Button, Select } from '@mantine/core';
import { listPledges, type Pledge, PledgeStatus } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { EmptyNote, PageHead, Panel, QueryView, ShowMore, useUrlState } from '../../shared/ui/index.ts';
import { useCan, useUser } from '../session/index.ts';
import { isAwaited } from './decision.ts';
import { OfferDialog } from './OfferDialog.tsx';
import { PledgeActions } from './PledgeActions.tsx';
import { PledgeRows } from './PledgeRows.tsx';
import classes from './PledgesTab.module.css';

/** What the list is narrowed to: a state, those that are awaited, or all. */
type Filter = PledgeStatus | 'awaited' | 'all';

type PledgesTabProps = { campaignId: string; isActive: boolean };

/** Every pledge the reader may see, with what can be done about each. */
export function PledgesTab({ campaignId, isActive }: PledgesTabProps) {
  const { t } = useTranslation('pledges');
  const { number } = useFormat();
  const isOwn = useUser().role === 'association';
  const can = useCan();
  const [filter, setFilter] = useUrlState<Filter>('status', 'all');
  const [isOffering, setOffering] = useState(false);
  const query = useApiQuery(listPledges, { params: { campaignId } });
  const shown = query.data?.filter((pledge) => fits(pledge, filter)) ?? [];
  return (
    <>
      {isOwn && <PageHead title={t('list.mine')} meta={t('list.mineNote')} />}
      <Panel
        flush
        title={t('list.title')}
        note={query.data && number(shown.length)}
        aside={
          <div className={classes.aside}>
            <StatusFilter filter={filter} onChange={setFilter} />
            {isActive && can('pledge:offer') && (
              <Button size="xs" onClick={() => setOffering(true)}>
                {t('list.new')}
              </Button>
            )}
          </div>
        }
      >
        <QueryView query={query}>
          {(pledges) =>
            shown.length > 0 ? (
              <ShowMore key={filter} entries={shown}>
                {(first) => (
                  <PledgeRows
                    pledges={first}
                    isNamed={!isOwn}
                    actionsOf={(pledge) => <PledgeActions pledge={pledge} />}
                  />
                )}
              </ShowMore>
            ) : (
              <NoPledges isOwn={isOwn} isFiltered={pledges.length > 0} />
            )
          }
        </QueryView>
        {isOffering && <OfferDialog campaignId={campaignId} onClose={() => setOffering(false)} />}
      </Panel>
    </>
  );
}

function fits(pledge: Pledge, filter: Filter): boolean {
  if (filter === 'all') return true;
  return filter === 'awaited' ? isAwaited(pledge) : pledge.status === filter;
}

function StatusFilter({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { t } = useTranslation('pledges');
  const { state } = useWord();
  const choices = [
    { value: 'all', label: t('list.all') },
    { value: 'awaited', label: t('list.awaited') },
    ...PledgeStatus.options.map((status) => ({ value: status, label: state('pledge', status) })),
  ];
  return (
    <Select
      size="xs"
      aria-label={t('list.status')}
      data={choices}
      value={filter}
      onChange={(chosen) => onChange((chosen ?? 'all') as Filter)}
      allowDeselect={false}
      className={classes.filter ?? ''}
    />
  );
}

function NoPledges({ isOwn, isFiltered }: { isOwn: boolean; isFiltered: boolean }) {
  const { t } = useTranslation('pledges');
  if (isFiltered) return <EmptyNote title={t('list.noneFound')} />;
  if (isOwn) return <EmptyNote title={t('list.emptyMine')}>{t('list.emptyMineText')}</EmptyNote>;
  return <EmptyNote title={t('list.empty')}>{t('list.emptyText')}</EmptyNote>;
}
