import { ActionIcon, Button } from '@mantine/core';
import type { ConvoyFile, ConvoyVehicle } from '@qafila/contract';
import { convoyLifecycle } from '@qafila/contract';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, Panel, PhoneNumber, StageGlyph, useUrlState } from '../../shared/ui/index.ts';
import { DriverPhoneButton, useDriverPhones } from '../driver-links/index.ts';
import { isManifestOpen } from './commands.ts';
import { DriverDialog } from './DriverDialog.tsx';
import { NewVehicleDialog } from './NewVehicleDialog.tsx';
import classes from './VehiclesPanel.module.css';

type VehiclesPanelProps = { file: ConvoyFile; canManage: boolean };

/** Who drives what. */
export function VehiclesPanel({ file: { convoy }, canManage }: VehiclesPanelProps) {
  const { t } = useTranslation('convoys');
  const [driverOf, setDriverOf] = useUrlState('driver', '');
  const [dialog, setDialog] = useUrlState('dialog', '');
  const canAdd = canManage && isManifestOpen(convoy.status);
  const canEdit = canManage && !convoyLifecycle.isTerminal(convoy.status);
  const phonesOf = useDriverPhones(convoy.id, canEdit);
  const chosen = convoy.vehicles.find((vehicle) => vehicle.id === driverOf);
  return (
    <Panel
      flush
      title={t('vehicle.title')}
      note={t('vehicles', { count: convoy.vehicles.length })}
      aside={
        canAdd && (
          <Button
            size="sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setDialog('vehicle')}
          >
            {t('vehicle.add')}
          </Button>
        )
      }
    >
      {convoy.vehicles.length === 0 && <p className={classes.none}>{t('vehicle.none')}</p>}
      <ul className={classes.list}>
        {convoy.vehicles.map((vehicle) => (
          <VehicleEntry
            key={vehicle.id}
            vehicle={vehicle}
            hasPhone={phonesOf(vehicle.id).state === 'taken'}
            actions={
              canEdit && (
                <>
                  <DriverPhoneButton
                    campaignId={convoy.campaignId}
                    convoyCode={convoy.code}
                    vehicle={vehicle}
                    phones={phonesOf(vehicle.id)}
                  />
                  <ActionIcon
                    size={36}
                    aria-label={t('vehicle.editOf', { plate: isolated(vehicle.plate) })}
                    onClick={() => setDriverOf(vehicle.id)}
                  >
                    <IconPencil size={18} />
                  </ActionIcon>
                </>
              )
            }
          />
        ))}
      </ul>
      {canAdd && (
        <NewVehicleDialog convoy={convoy} opened={dialog === 'vehicle'} onClose={() => setDialog(null)} />
      )}
      {canEdit && chosen && (
        <DriverDialog convoy={convoy} vehicle={chosen} onClose={() => setDriverOf(null)} />
      )}
    </Panel>
  );
}

type VehicleEntryProps = { vehicle: ConvoyVehicle; hasPhone: boolean; actions: ReactNode };

function VehicleEntry({ vehicle, hasPhone, actions }: VehicleEntryProps) {
  const { t } = useTranslation('convoys');
  const { weight } = useFormat();
  return (
    <li>
      <div className={classes.vehicle}>
        <Code>{vehicle.plate}</Code>
        <small>
          {t(`vehicleKind.${vehicle.kind}`)} · {weight(vehicle.plannedWeightG / 1000)} /{' '}
          {weight(vehicle.maxWeightG / 1000)}
        </small>
      </div>
      <div className={classes.driver}>
        {vehicle.driverName ? (
          <>
            {vehicle.driverName} <PhoneNumber number={vehicle.driverPhone} />
          </>
        ) : (
          <Lacks word={t('vehicle.noDriver')} />
        )}
        <small>
          {vehicle.driverLicence && (
            <>
              {t('vehicle.licence')} <Code muted>{vehicle.driverLicence}</Code>{' '}
            </>
          )}
          {vehicle.seals && (
            <>
              {t('vehicle.seals')} <Code muted>{vehicle.seals}</Code>{' '}
            </>
          )}
          {vehicle.trackerCount === 0 && !hasPhone && <Lacks word={t('vehicle.noTracker')} />}
        </small>
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </li>
  );
}

/** Something still to be seen to. */
export function Lacks({ word }: { word: string }) {
  return (
    <span className={classes.lacks}>
      <StageGlyph glyph="delayed" size={11} /> {word}
    </span>
  );
}
