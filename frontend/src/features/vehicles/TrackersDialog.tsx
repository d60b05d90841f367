import { createTracker, listTrackers, listVehicles, type Vehicle } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { Dialog, QueryView } from '../../shared/ui/index.ts';
import { NewTracker } from './NewTracker.tsx';
import { NewTrackerForm } from './NewTrackerForm.tsx';
import { TrackerList } from './TrackerList.tsx';

/** The phones and devices that report for a vehicle. A new one's id is shown once, here. */
export function TrackersDialog({ vehicle, onClose }: { vehicle: Vehicle; onClose: () => void }) {
  const { t } = useTranslation('vehicles');
  const [deviceId, setDeviceId] = useState<string | undefined>(undefined);
  const params = { vehicleId: vehicle.id };
  const query = useApiQuery(listTrackers, { params });
  const readAgain = async () => {
    await queryClient.invalidateQueries({ queryKey: keyOf(listTrackers, { params }) });
    await queryClient.invalidateQueries({ queryKey: keyOf(listVehicles, {}) });
  };
  const api = useApiForm({
    endpoint: createTracker,
    target: { params },
    initialValues: { label: '' },
    labels: { label: t('tracker.label') },
    onDone: async (made) => {
      setDeviceId(made.deviceId);
      api.form.reset();
      await readAgain();
    },
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('tracker.title', { plate: isolated(vehicle.plate) })}
      size={640}
    >
      {deviceId ? (
        <NewTracker deviceId={deviceId} onDone={() => setDeviceId(undefined)} />
      ) : (
        <>
          <QueryView query={query}>
            {(trackers) => <TrackerList trackers={trackers} onRevoked={readAgain} />}
          </QueryView>
          <NewTrackerForm api={api} />
        </>
      )}
    </Dialog>
  );
}
