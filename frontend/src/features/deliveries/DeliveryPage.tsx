import { Button } from '@mantine/core';
import { readWaybill, type Waybill } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { Notice, Panel, QueryView } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { DeliveryHead, PrintLink } from './DeliveryHead.tsx';
import { LoadedLines } from './LoadedLines.tsx';
import { SettledDelivery } from './SettledDelivery.tsx';
import { SettleForm } from './SettleForm.tsx';

/** One waybill: to be counted and signed where it arrived, and what it came to after that. */
export function DeliveryPage() {
  const { waybillId = '' } = useParams();
  const query = useApiQuery(readWaybill, { params: { waybillId } });
  return <QueryView query={query}>{(waybill) => <WaybillView waybill={waybill} />}</QueryView>;
}

function WaybillView({ waybill }: { waybill: Waybill }) {
  const canSettle = useCan()('delivery:settle');
  if (waybill.delivery) {
    return (
      <>
        <DeliveryHead waybill={waybill} actions={<PrintLink waybill={waybill} />} />
        <SettledDelivery waybill={waybill} delivery={waybill.delivery} />
      </>
    );
  }
  const isHere = waybill.stop.status === 'arrived' || waybill.stop.status === 'unloading';
  if (isHere && canSettle) return <SettleForm key={waybill.id} waybill={waybill} />;
  return (
    <>
      <DeliveryHead waybill={waybill} actions={<PrintLink waybill={waybill} />} />
      <NotYet waybill={waybill} isHere={isHere} />
    </>
  );
}

function NotYet({ waybill, isHere }: { waybill: Waybill; isHere: boolean }) {
  const { t } = useTranslation('deliveries');
  const isSkipped = waybill.stop.status === 'skipped';
  return (
    <>
      {isHere ? (
        <Notice title={t('notYet.reader')} />
      ) : (
        <Notice
          title={t(isSkipped ? 'notYet.skipped' : 'notYet.title')}
          actions={
            <Button
              component={Link}
              href={`/c/${waybill.campaign.id}/convoys/${waybill.convoy.id}`}
              variant="default"
            >
              {t('notYet.convoy')}
            </Button>
          }
        >
          {t(isSkipped ? 'notYet.skippedText' : 'notYet.text')}
        </Notice>
      )}
      <br />
      <Panel flush title={t('notYet.cargo')} note={t('lines', { count: waybill.lines.length })}>
        <LoadedLines waybill={waybill} />
      </Panel>
    </>
  );
}
