import { Button } from '@mantine/core';
import type { Waybill } from '@qafila/contract';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, PageHead, StageTag } from '../../shared/ui/index.ts';
import { useNow } from '../../shared/ui/useNow.ts';

export function DeliveryHead({ waybill, actions }: { waybill: Waybill; actions: ReactNode }) {
  const { t } = useTranslation('deliveries');
  const { name, when } = useFormat();
  const now = useNow();
  const { stop, convoy, campaign } = waybill;
  return (
    <PageHead
      trail={
        <>
          <Link href={`/c/${campaign.id}/deliveries`}>{t('title')}</Link> · {t('trail.convoy')}{' '}
          <Link href={`/c/${campaign.id}/convoys/${convoy.id}`}>
            <Code>{convoy.code}</Code>
          </Link>{' '}
          · {t('trail.waybill')} <Code muted>{waybill.code}</Code> · {t('trail.vehicle')}{' '}
          <Code muted>{waybill.vehicle.plate}</Code>
        </>
      }
      title={t('heading', { site: name(waybill.destination) })}
      meta={
        <>
          <StageTag of="stop" state={waybill.delivery ? 'settled' : stop.status} />
          <span>
            {waybill.delivery && t('settledAt', { when: when(waybill.delivery.signedAt, now) })}
            {!waybill.delivery && stop.arrivedAt && t('arrived', { when: when(stop.arrivedAt, now) })}
            {!waybill.delivery &&
              stop.unloadingAt &&
              ` · ${t('unloadingSince', { when: when(stop.unloadingAt, now) })}`}
          </span>
        </>
      }
      actions={actions}
    />
  );
}

export function PrintLink({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation('deliveries');
  return (
    <Button
      component="a"
      href={`/waybills/${waybill.id}/print`}
      target="_blank"
      rel="noreferrer"
      variant="default"
      leftSection={<IconPrinter size={16} aria-hidden="true" />}
      aria-label={`${t('print')} (${t('page.opensNewWindow')})`}
    >
      {t('print')}
    </Button>
  );
}
