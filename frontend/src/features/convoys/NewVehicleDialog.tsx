import { Button, Select } from '@mantine/core';
import { addConvoyVehicle, type Convoy, listVehicles } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import {
  Dialog,
  FieldErrors,
  FormActions,
  FormGrid,
  FormShell,
  notifyDone,
  WholeRow,
} from '../../shared/ui/index.ts';
import { acceptConvoy } from './convoy-change.ts';
import { DriverFields, type DriverValues, useDriverLabels } from './DriverFields.tsx';

type NewVehicleDialogProps = { convoy: Convoy; opened: boolean; onClose: () => void };

/** Puts a vehicle that is on no convoy on this one, with its driver. */
export function NewVehicleDialog({ convoy, opened, onClose }: NewVehicleDialogProps) {
  const { t } = useTranslation('convoys');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('vehicle.addTitle')} size={600}>
      <NewVehicleForm convoy={convoy} onDone={onClose} />
    </Dialog>
  );
}

type Values = DriverValues & { vehicleId: string | null };

function NewVehicleForm({ convoy, onDone }: { convoy: Convoy; onDone: () => void }) {
  const { t } = useTranslation('convoys');
  const initialValues: Values = {
    vehicleId: null,
    driverName: '',
    driverPhone: '',
    driverLicence: '',
    seals: '',
  };
  const { form, submit, failure, isSubmitting } = useApiForm({
    endpoint: addConvoyVehicle,
    target: { params: { convoyId: convoy.id } },
    initialValues,
    labels: { vehicleId: t('vehicle.vehicle'), ...useDriverLabels() },
    onDone: async (file) => {
      await acceptConvoy(convoy, file);
      notifyDone(t('vehicle.added'));
      onDone();
    },
  });
  const choices = useFreeVehicles();
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <WholeRow>
          <Select
            {...form.getInputProps('vehicleId')}
            label={t('vehicle.vehicle')}
            data={choices}
            nothingFoundMessage={t('vehicle.noneFree')}
            searchable
            allowDeselect={false}
            required
            data-autofocus
          />
        </WholeRow>
        <DriverFields getInputProps={form.getInputProps} />
      </FormGrid>
      <FormActions>
        <Button type="submit" loading={isSubmitting}>
          {t('vehicle.add')}
        </Button>
      </FormActions>
    </FormShell>
  );
}

function useFreeVehicles(): { value: string; label: string }[] {
  const { t } = useTranslation('convoys');
  const { weight } = useFormat();
  const { data = [] } = useApiQuery(listVehicles, {}, { staleMs: 0 });
  return data
    .filter((vehicle) => vehicle.convoyId === null)
    .map((vehicle) => ({
      value: vehicle.id,
      label: t('vehicle.choice', {
        plate: isolated(vehicle.plate),
        kind: t(`vehicleKind.${vehicle.kind}`),
        tonnes: weight(vehicle.maxWeightG / 1000),
      }),
    }));
}
