import { Button } from '@mantine/core';
import { type ConvoyFile, readConvoy } from '@qafila/contract';
import { IconPencil, IconRoute, IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { PageHead, PhoneNumber, QueryView, useUrlState } from '../../shared/ui/index.ts';
import { ConvoyHazards } from '../hazards/index.ts';
import { useCan } from '../session/index.ts';
import { CargoPanel } from './CargoPanel.tsx';
import { CommandButton } from './CommandButton.tsx';
import { ConvoyMeta, ConvoyTitle } from './ConvoyMeta.tsx';
import classes from './ConvoyPage.module.css';
import { convoyCommands, isManifestOpen, nextCommand } from './commands.ts';
import { EditConvoyDialog } from './EditConvoyDialog.tsx';
import { LoadingPanel } from './LoadingPanel.tsx';
import { ReadinessPanel } from './ReadinessPanel.tsx';
import { StopTimeline } from './StopTimeline.tsx';
import { VehiclesPanel } from './VehiclesPanel.tsx';
import { WaybillsPanel } from './WaybillsPanel.tsx';

export function ConvoyPage() {
  const { convoyId = '' } = useParams();
  const query = useApiQuery(readConvoy, { params: { convoyId } });
  return <QueryView query={query}>{(file) => <ConvoyView file={file} />}</QueryView>;
}

function ConvoyView({ file }: { file: ConvoyFile }) {
  const { t } = useTranslation('convoys');
  const { convoy } = file;
  const canManage = useCan()('convoy:manage');
  return (
    <>
      <PageHead
        trail={<Link href={`/c/${convoy.campaignId}/convoys`}>{t('title')}</Link>}
        title={<ConvoyTitle convoy={convoy} />}
        documentTitle={convoy.code}
        meta={<ConvoyMeta convoy={convoy} />}
        actions={
          <>
            {convoy.departedAt && <MovementLink convoy={convoy} />}
            {canManage && <ConvoyActions file={file} />}
          </>
        }
      />
      {(convoy.leaderName || convoy.note) && (
        <p className={classes.note}>
          {convoy.leaderName && (
            <span>
              {t('leader')}: <b>{convoy.leaderName}</b> <PhoneNumber number={convoy.leaderPhone} />
            </span>
          )}
          {convoy.note && <span>{convoy.note}</span>}
        </p>
      )}
      <div className={classes.hazards}>
        <ConvoyHazards file={file} />
      </div>
      <div className={classes.columns}>
        <div className={classes.column}>
          {canManage && convoy.status === 'loading' && <LoadingPanel file={file} />}
          <StopTimeline file={file} canManage={canManage} />
          <VehiclesPanel file={file} canManage={canManage} />
        </div>
        <div className={classes.column}>
          {isManifestOpen(convoy.status) && file.readiness.length > 0 && <ReadinessPanel file={file} />}
          <CargoPanel lines={file.lines} />
          <WaybillsPanel file={file} />
        </div>
      </div>
    </>
  );
}

function MovementLink({ convoy }: Pick<ConvoyFile, 'convoy'>) {
  const { t } = useTranslation('convoys');
  return (
    <Button
      component={Link}
      href={`/c/${convoy.campaignId}/convoys/${convoy.id}/movement`}
      variant="default"
      leftSection={<IconRoute size={16} aria-hidden="true" />}
    >
      {t('movement:title')}
    </Button>
  );
}

function ConvoyActions({ file }: { file: ConvoyFile }) {
  const { t } = useTranslation('convoys');
  const [dialog, setDialog] = useUrlState('dialog', '');
  const { convoy } = file;
  const main = nextCommand(convoy.status);
  const others = convoyCommands(convoy.status).filter((command) => command !== main);
  return (
    <>
      {isManifestOpen(convoy.status) && (
        <>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setDialog('edit')}
          >
            {t('edit')}
          </Button>
          <Button
            component={Link}
            href={`/c/${convoy.campaignId}/convoys/${convoy.id}/build`}
            variant="light"
            leftSection={<IconStack2 size={16} aria-hidden="true" />}
          >
            {t('build')}
          </Button>
          <EditConvoyDialog convoy={convoy} opened={dialog === 'edit'} onClose={() => setDialog(null)} />
        </>
      )}
      {others.map((command) => (
        <CommandButton key={command} file={file} command={command} variant="default" />
      ))}
      {main && <CommandButton file={file} command={main} />}
    </>
  );
}
