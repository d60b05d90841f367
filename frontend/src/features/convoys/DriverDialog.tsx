import { Button } from '@mantine/core';
import { type Convoy, type ConvoyVehicle, removeConvoyVehicle, updateConvoyVehicle } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../shared/format/bidi.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import {
  ConfirmButton,
  Dialog,
  FieldErrors,
  FormActions,
  FormGrid,
  FormShell,
  notifyDone,
} from '../../shared/ui/index.ts';
import { isManifestOpen } from './commands.ts';
import { acceptConvoy, useConvoyChange } from './convoy-change.ts';
import { DriverFields, useDriverLabels } from './DriverFields.tsx';

type DriverDialogProps = { convoy: Convoy; vehicle: ConvoyVehicle; onClose: () => void };

/** Who drives, and the seals; an empty vehicle can also leave the convoy from here. */
export function DriverDialog({ convoy, vehicle, onClose }: DriverDialogProps) {
  const { t } = useTranslation('convoys');
  const { driverName, driverPhone, driverLicence, seals } = vehicle;
  const { form, submit, failure, isSubmitting } = useApiForm({
    endpoint: updateConvoyVehicle,
    target: { params: { convoyVehicleId: vehicle.id } },
    initialValues: { driverName, driverPhone, driverLicence, seals },
    labels: useDriverLabels(),
    onDone: async (file) => {
      await acceptConvoy(convoy, file);
      notifyDone(t('vehicle.saved'));
      onClose();
    },
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('vehicle.editTitle', { plate: isolated(vehicle.plate) })}
      size={600}
    >
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <FormGrid>
          <DriverFields getInputProps={form.getInputProps} />
        </FormGrid>
        <FormActions>
          <Button type="submit" loading={isSubmitting}>
            {t('action.save')}
          </Button>
          <RemoveVehicle convoy={convoy} vehicle={vehicle} onDone={onClose} />
        </FormActions>
      </FormShell>
    </Dialog>
  );
}

type RemoveVehicleProps = { convoy: Convoy; vehicle: ConvoyVehicle; onDone: () => void };

function RemoveVehicle({ convoy, vehicle, onDone }: RemoveVehicleProps) {
  const { t } = useTranslation('convoys');
  const change = useConvoyChange(convoy, removeConvoyVehicle);
  const plate = isolated(vehicle.plate);
  if (vehicle.plannedWeightG > 0 || !isManifestOpen(convoy.status)) return null;
  return (
    <ConfirmButton
      label={t('vehicle.removeOf', { plate })}
      title={t('vehicle.removeTitle', { plate })}
      message={t('vehicle.removeText')}
      confirmLabel={t('vehicle.removeOf', { plate })}
      button={{ variant: 'subtle', color: 'red' }}
      onConfirm={async () => {
        await change.mutateAsync({ params: { convoyVehicleId: vehicle.id } });
        notifyDone(t('vehicle.removed'));
        onDone();
      }}
    />
  );
}
