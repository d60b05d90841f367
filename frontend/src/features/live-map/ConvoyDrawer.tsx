import { Button } from '@mantine/core';
import type { Alert } from '@qafila/contract';
import { IconListDetails, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DelayTag, StageTag } from '../../shared/ui/index.ts';
import { useIsPhone } from '../../shared/ui/useIsPhone.ts';
import { useIsReplaying } from '../replay/index.ts';
import { AlertsSection } from './AlertsSection.tsx';
import { CargoByAssociation } from './CargoByAssociation.tsx';
import { ConvoySummary } from './ConvoySummary.tsx';
import { ConvoyWay } from './ConvoyWay.tsx';
import { type ConvoyView, isOnTheRoad } from './convoy-view.ts';
import { Drawer, type DrawerSize } from './Drawer.tsx';
import { RoadFacts } from './RoadFacts.tsx';
import { StopTimeline } from './StopTimeline.tsx';
import { VehicleTable } from './VehicleTable.tsx';
import { Waybills } from './Waybills.tsx';

type ConvoyDrawerProps = {
  campaignId: string;
  view: ConvoyView;
  alerts: readonly Alert[];
  now: Date;
  hues: ReadonlyMap<string, number>;
  onShowVehicle: (vehicleId: string) => void;
  onClose: () => void;
  onSize: (size: DrawerSize) => void;
};

/** Everything known of one convoy just now. */
export function ConvoyDrawer(props: ConvoyDrawerProps) {
  const { campaignId, view, alerts, now, hues, onShowVehicle, onClose, onSize } = props;
  const { t } = useTranslation('live-map');
  const isPhone = useIsPhone();
  const isReplaying = useIsReplaying();
  const { convoy, cargo, destination } = view;
  const ofConvoy = isReplaying ? [] : alerts.filter((alert) => alert.convoy.id === convoy.id);
  return (
    <Drawer
      id={convoy.id}
      label={t('drawer.convoy')}
      title={
        <>
          <Code>{convoy.code}</Code>
          <ConvoyWay convoy={convoy} destination={destination} />
        </>
      }
      sub={<Axes view={view} now={now} />}
      summary={<ConvoySummary view={view} alerts={ofConvoy} now={now} />}
      footer={
        <>
          <CallLeader view={view} />
          {!isPhone && <PageLink campaignId={campaignId} view={view} />}
        </>
      }
      onClose={onClose}
      onSize={onSize}
    >
      <AlertsSection alerts={ofConvoy} />
      <RoadFacts view={view} />
      <StopTimeline view={view} now={now} />
      <CargoByAssociation cargo={cargo} hues={hues} />
      <VehicleTable view={view} now={now} onShow={onShowVehicle} />
      {convoy.loadingAt && <Waybills campaignId={campaignId} convoyId={convoy.id} />}
      {isPhone && <PageLink campaignId={campaignId} view={view} />}
    </Drawer>
  );
}

function Axes({ view, now }: { view: ConvoyView; now: Date }) {
  const { t } = useTranslation('live-map');
  const { relative, weight } = useFormat();
  const isPhone = useIsPhone();
  const { convoy, seenAt } = view;
  const seen = isPhone && isOnTheRoad(view);
  return (
    <>
      <StageTag of="convoy" state={convoy.status} />
      {((isOnTheRoad(view) && view.eta) || view.isLate) && <DelayTag minutes={view.delayMinutes} />}
      {seen ? (
        <span>{seenAt ? t('row.seen', { ago: relative(seenAt, now) }) : t('row.unseen')}</span>
      ) : (
        <span>
          {t('drawer.vehicleCount', { count: convoy.vehicles.length })}
          {' · '}
          {weight(convoy.departedAt ? convoy.loadedKg : convoy.cargoKg)}
        </span>
      )}
    </>
  );
}

/** Only for those who may call: the number is empty for everyone else. */
function CallLeader({ view: { convoy } }: { view: ConvoyView }) {
  const { t } = useTranslation('live-map');
  const { leaderPhone, leaderName } = convoy;
  if (!leaderPhone) return null;
  return (
    <Button
      component="a"
      href={`tel:${leaderPhone.replace(/[^\d+]/g, '')}`}
      leftSection={<IconPhone size={18} stroke={1.8} aria-hidden="true" />}
      {...(leaderName && { 'aria-label': t('drawer.callNamed', { name: leaderName }) })}
    >
      {t('drawer.call')}
    </Button>
  );
}

function PageLink({ campaignId, view: { convoy } }: Pick<ConvoyDrawerProps, 'campaignId' | 'view'>) {
  const { t } = useTranslation('live-map');
  return (
    <Button
      component={Link}
      href={`/c/${campaignId}/convoys/${convoy.id}`}
      variant="default"
      leftSection={<IconListDetails size={18} stroke={1.8} className="icon-forward" aria-hidden="true" />}
    >
      {t('drawer.page')}
    </Button>
  );
}
