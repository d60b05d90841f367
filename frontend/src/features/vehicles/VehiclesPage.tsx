import { Button, TextInput } from '@mantine/core';
import { listVehicles, type Vehicle } from '@qafila/contract';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, EmptyState, PageHead, Panel, QueryView, useUrlState } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { TrackersDialog } from './TrackersDialog.tsx';
import { VehicleDialog } from './VehicleDialog.tsx';
import { VehiclesTable } from './VehiclesTable.tsx';

export function VehiclesPage() {
  const { t } = useTranslation('vehicles');
  const canManage = useCan()('vehicle:manage');
  const query = useApiQuery(listVehicles, {});
  const [edited, setEdited] = useUrlState('edit', '');
  const [tracked, setTracked] = useUrlState('trackers', '');
  const vehicleOf = (id: string) => query.data?.find((vehicle) => vehicle.id === id);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  const trackedVehicle = vehicleOf(tracked);
  return (
    <>
      <PageHead title={t('title')} actions={canManage && add} />
      <QueryView query={query}>
        {(vehicles) =>
          vehicles.length > 0 ? (
            <VehicleList
              vehicles={vehicles}
              onEdit={canManage ? (vehicle) => setEdited(vehicle.id) : undefined}
              onTrackers={canManage ? (vehicle) => setTracked(vehicle.id) : undefined}
            />
          ) : (
            <NoVehicles add={canManage && add} />
          )
        }
      </QueryView>
      {canManage && (
        <VehicleDialog
          key={edited}
          vehicle={vehicleOf(edited)}
          opened={edited === 'new' || vehicleOf(edited) !== undefined}
          onClose={() => setEdited(null)}
        />
      )}
      {canManage && trackedVehicle && (
        <TrackersDialog vehicle={trackedVehicle} onClose={() => setTracked(null)} />
      )}
    </>
  );
}

type VehicleListProps = {
  vehicles: readonly Vehicle[];
  onEdit: ((vehicle: Vehicle) => void) | undefined;
  onTrackers: ((vehicle: Vehicle) => void) | undefined;
};

function VehicleList({ vehicles, ...actions }: VehicleListProps) {
  const { t } = useTranslation('vehicles');
  const [search, setSearch] = useUrlState('q', '');
  const wanted = search.trim().toLocaleLowerCase();
  const shown = vehicles.filter((it) => `${it.plate} ${it.transporter}`.toLocaleLowerCase().includes(wanted));
  return (
    <Panel
      flush
      title={t('title')}
      note={t('count', { count: shown.length })}
      aside={
        <TextInput
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      }
    >
      {shown.length > 0 ? (
        <VehiclesTable vehicles={shown} {...actions} />
      ) : (
        <EmptyNote title={t('noneMatch')} />
      )}
    </Panel>
  );
}

function NoVehicles({ add }: { add: ReactNode }) {
  const { t } = useTranslation('vehicles');
  return (
    <EmptyState
      steps={[
        { title: t('emptyTitle'), text: t('emptyText'), actions: add },
        { title: t('emptyTrackerTitle'), text: t('emptyTrackerText'), waitsFor: t('emptyTrackerWaits') },
      ]}
    />
  );
}
