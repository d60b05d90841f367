import { Button, SegmentedControl } from '@mantine/core';
import { type Convoy, convoyLifecycle, listConvoys } from '@qafila/contract';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, EmptyState, PageHead, Panel, QueryView, useUrlState } from '../../shared/ui/index.ts';
import { isOnTheRoad } from '../live-map/index.ts';
import { useCan } from '../session/index.ts';
import { ConvoyRow } from './ConvoyRow.tsx';
import classes from './ConvoysPage.module.css';
import { NewConvoyDialog } from './NewConvoyDialog.tsx';
import { useFixes } from './use-delay.ts';

const FILTERS = ['open', 'done', 'all'] as const;
type Filter = (typeof FILTERS)[number];

export function ConvoysPage() {
  const { t } = useTranslation('convoys');
  const { campaignId = '' } = useParams();
  const canManage = useCan()('convoy:manage');
  const query = useApiQuery(listConvoys, { params: { campaignId } });
  const [dialog, setDialog] = useUrlState('dialog', '');
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setDialog('new')}>
      {t('newConvoy')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('title')} actions={canManage && create} />
      <QueryView query={query}>
        {(convoys) =>
          convoys.length > 0 ? (
            <ConvoyList campaignId={campaignId} convoys={convoys} canManage={canManage} />
          ) : (
            <NoConvoys canManage={canManage} create={create} />
          )
        }
      </QueryView>
      {canManage && (
        <NewConvoyDialog campaignId={campaignId} opened={dialog === 'new'} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

type ConvoyListProps = { campaignId: string; convoys: readonly Convoy[]; canManage: boolean };

function ConvoyList({ campaignId, convoys, canManage }: ConvoyListProps) {
  const { t } = useTranslation('convoys');
  const [filter, setFilter] = useUrlState<Filter>('show', 'open');
  const shown = convoys.filter((convoy) => isShown(convoy, filter));
  const fixes = useFixes(
    campaignId,
    convoys.some((convoy) => isOnTheRoad({ convoy })),
  );
  return (
    <Panel
      flush
      title={t(`filter.${filter}`)}
      note={t('count', { count: shown.length })}
      aside={
        <SegmentedControl
          aria-label={t('filter.label')}
          value={filter}
          onChange={(value) => setFilter(value as Filter)}
          data={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
      }
    >
      {shown.length === 0 && <EmptyNote title={t('noneMatch')} />}
      <ul className={classes.list}>
        {shown.map((convoy) => (
          <ConvoyRow key={convoy.id} convoy={convoy} fixes={fixes} canManage={canManage} />
        ))}
      </ul>
    </Panel>
  );
}

function isShown({ status }: Convoy, filter: Filter): boolean {
  return filter === 'all' || convoyLifecycle.isTerminal(status) === (filter === 'done');
}

function NoConvoys({ canManage, create }: { canManage: boolean; create: ReactNode }) {
  const { t } = useTranslation('convoys');
  if (!canManage) return <EmptyNote title={t('noneForAssociation')}>{t('noneForAssociationText')}</EmptyNote>;
  return (
    <EmptyState
      steps={[
        { title: t('emptyTitle'), text: t('emptyText'), actions: create },
        { title: t('emptyGoodsTitle'), text: t('emptyGoodsText'), waitsFor: t('emptyGoodsWaits') },
        { title: t('emptyRoadTitle'), text: t('emptyRoadText'), waitsFor: t('emptyRoadWaits') },
      ]}
    />
  );
}
