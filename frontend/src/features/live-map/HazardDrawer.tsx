import { Button } from '@mantine/core';
import type { Hazard } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EndHazardButton, HazardFacts, HazardLine, SeverityTag, useHazardName } from '../hazards/index.ts';
import { useCan } from '../session/index.ts';
import { Drawer, type DrawerSize } from './Drawer.tsx';

type HazardDrawerProps = {
  campaignId: string;
  hazard: Hazard;
  now: Date;
  onClose: () => void;
  onSize: (size: DrawerSize) => void;
};

/** A fire or a zone: what is known of it, and that it is over. */
export function HazardDrawer({ campaignId, hazard, now, onClose, onSize }: HazardDrawerProps) {
  const { t } = useTranslation('live-map');
  const nameOf = useHazardName();
  const canManage = useCan()('hazard:manage');
  return (
    <Drawer
      id={hazard.id}
      label={t('drawer.hazard')}
      title={<bdi>{nameOf(hazard)}</bdi>}
      sub={<SeverityTag severity={hazard.severity} />}
      summary={<HazardLine hazard={hazard} now={now} />}
      footer={
        canManage && (
          <>
            <EndHazardButton hazard={hazard} onEnded={onClose} />
            <Button component={Link} href={`/c/${campaignId}/hazards?hazard=${hazard.id}`} variant="default">
              {t('drawer.hazards')}
            </Button>
          </>
        )
      }
      onClose={onClose}
      onSize={onSize}
    >
      <HazardFacts hazard={hazard} now={now} />
    </Drawer>
  );
}
