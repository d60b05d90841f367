import { SegmentedControl } from '@mantine/core';
import { listDeliveries } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, PageHead, Panel, QueryView, useUrlState } from '../../shared/ui/index.ts';
import { type Delivery, DeliveryList } from './DeliveryList.tsx';

type Shown = 'open' | 'done';

export function DeliveriesPage() {
  const { t } = useTranslation('deliveries');
  const { campaignId = '' } = useParams();
  const query = useApiQuery(listDeliveries, { params: { campaignId } });
  return (
    <>
      <PageHead title={t('title')} />
      <QueryView query={query}>{(rows) => <Deliveries campaignId={campaignId} rows={rows} />}</QueryView>
    </>
  );
}

function Deliveries({ campaignId, rows }: { campaignId: string; rows: readonly Delivery[] }) {
  const { t } = useTranslation('deliveries');
  const [shown, setShown] = useUrlState<Shown>('show', 'open');
  const isDone = shown === 'done';
  const visible = rows.filter((row) => (row.settledAt !== null) === isDone);
  return (
    <Panel
      flush
      title={t(`show.${shown}`)}
      note={t('waybills', { count: visible.length })}
      aside={
        <SegmentedControl
          aria-label={t('show.label')}
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={[
            { value: 'open', label: t('show.open') },
            { value: 'done', label: t('show.done') },
          ]}
        />
      }
    >
      {visible.length === 0 ? (
        <EmptyNote title={t(isDone ? 'noneDone' : 'noneOpen')}>
          {t(isDone ? 'noneDoneText' : 'noneOpenText')}
        </EmptyNote>
      ) : (
        <DeliveryList campaignId={campaignId} rows={isDone ? visible : visible.toSorted(byUrgency)} />
      )}
    </Panel>
  );
}

/** Those that have arrived first, then in the order they are due. */
function byUrgency(a: Delivery, b: Delivery): number {
  return (
    Number(a.arrivedAt === null) - Number(b.arrivedAt === null) ||
    a.plannedArrivalAt.localeCompare(b.plannedArrivalAt)
  );
}
