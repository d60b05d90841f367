import { Button, Select, TextInput } from '@mantine/core';
import { createVehicle, listVehicles, updateVehicle, type Vehicle, VehicleKind } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { keyOf, queryClient } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { type ApiForm, useApiForm } from '../../shared/forms/index.ts';
import {
  Dialog,
  FieldErrors,
  FormActions,
  FormGrid,
  FormShell,
  notifyDone,
  QuantityInput,
} from '../../shared/ui/index.ts';
import { NEW_VEHICLE, toBody, toValues, type VehicleValues } from './vehicle-values.ts';

type VehicleDialogProps = { vehicle: Vehicle | undefined; opened: boolean; onClose: () => void };

export function VehicleDialog({ vehicle, opened, onClose }: VehicleDialogProps) {
  const { t } = useTranslation('vehicles');
  const title = vehicle ? t('form.editTitle', { plate: isolated(vehicle.plate) }) : t('form.newTitle');
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size={600}>
      {vehicle ? <EditVehicle vehicle={vehicle} onDone={onClose} /> : <NewVehicle onDone={onClose} />}
    </Dialog>
  );
}

function useLabels() {
  const { t } = useTranslation('vehicles');
  return {
    plate: t('form.plate'),
    kind: t('form.kind'),
    transporter: t('form.transporter'),
    trailerPlate: t('form.trailerPlate'),
    maxWeightG: t('form.maxWeight'),
    maxVolumeMl: t('form.maxVolume'),
  };
}

async function readAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: keyOf(listVehicles, {}) });
}

function NewVehicle({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('vehicles');
  const api = useApiForm({
    endpoint: createVehicle,
    target: {},
    initialValues: NEW_VEHICLE,
    labels: useLabels(),
    toBody,
    onDone: async () => {
      await readAgain();
      notifyDone(t('form.created'));
      onDone();
    },
  });
  return <VehicleFields api={api} />;
}

function EditVehicle({ vehicle, onDone }: { vehicle: Vehicle; onDone: () => void }) {
  const { t } = useTranslation('vehicles');
  const api = useApiForm({
    endpoint: updateVehicle,
    target: { params: { vehicleId: vehicle.id } },
    initialValues: toValues(vehicle),
    labels: useLabels(),
    toBody,
    ifMatch: vehicle.version,
    onDone: async () => {
      await readAgain();
      notifyDone(t('form.saved'));
      onDone();
    },
  });
  return <VehicleFields api={api} />;
}

function VehicleFields({ api: { form, submit, failure, isSubmitting } }: { api: ApiForm<VehicleValues> }) {
  const { t } = useTranslation('vehicles');
  const labels = useLabels();
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <TextInput
          {...form.getInputProps('plate')}
          label={labels.plate}
          dir="ltr"
          autoComplete="off"
          required
          data-autofocus
        />
        <Select
          {...form.getInputProps('kind')}
          label={labels.kind}
          data={VehicleKind.options.map((value) => ({ value, label: t(`vehicleKind.${value}`) }))}
          allowDeselect={false}
          required
        />
        <QuantityInput {...form.getInputProps('maxWeightG')} label={labels.maxWeightG} required />
        <TextInput
          {...form.getInputProps('maxVolumeMl')}
          label={labels.maxVolumeMl}
          inputMode="decimal"
          autoComplete="off"
          required
        />
        <TextInput {...form.getInputProps('transporter')} label={labels.transporter} autoComplete="off" />
        <TextInput
          {...form.getInputProps('trailerPlate')}
          label={labels.trailerPlate}
          dir="ltr"
          autoComplete="off"
        />
      </FormGrid>
      <FormActions>
        <Button type="submit" loading={isSubmitting}>
          {t('action.save')}
        </Button>
      </FormActions>
    </FormShell>
  );
}
