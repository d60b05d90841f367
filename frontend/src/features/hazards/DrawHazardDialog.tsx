import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { createHazard, HazardSeverity, type LatLng } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '../../shared/forms/index.ts';
import { LineEditor } from '../../shared/map/index.ts';
import {
  DateTimeInput,
  Dialog,
  FieldErrors,
  FormActions,
  FormGrid,
  FormShell,
  notifyDone,
  WholeRow,
} from '../../shared/ui/index.ts';
import { readAgain, useHazardsAt } from './use-hazards.ts';

type Values = {
  name: string;
  note: string;
  severity: string | null;
  validFrom: string | null;
  validTo: string | null;
  points: readonly LatLng[];
};

const DAY_MS = 86_400_000;

function firstValues(now: Date): Values {
  return {
    name: '',
    note: '',
    severity: 'severe',
    validFrom: now.toISOString(),
    validTo: new Date(now.getTime() + DAY_MS).toISOString(),
    points: [],
  };
}

function toBody({ points, ...values }: Values) {
  return { ...values, area: { type: 'polygon', ring: points.map(({ lat, lng }) => [lat, lng]) } };
}

/** A zone drawn by hand on the map. */
export function DrawHazardDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('hazards');
  return (
    <Dialog opened onClose={onClose} title={t('draw.title')} size={860}>
      <DrawHazardForm onClose={onClose} />
    </Dialog>
  );
}

function DrawHazardForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('hazards');
  const [now] = useState(() => new Date());
  const { marks } = useHazardsAt(now, false);
  const { form, submit, failure, isSubmitting, idOf } = useApiForm({
    endpoint: createHazard,
    target: {},
    initialValues: firstValues(now),
    labels: {
      name: t('draw.name'),
      severity: t('draw.severity'),
      validFrom: t('draw.validFrom'),
      validTo: t('draw.validTo'),
      note: t('draw.note'),
      'area.ring': t('draw.area'),
    },
    toBody,
    onDone: async () => {
      notifyDone(t('draw.done'));
      onClose();
      await readAgain();
    },
  });
  const { points } = form.getValues();
  const areaError = form.errors['area.ring'];
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <TextInput {...form.getInputProps('name')} label={t('draw.name')} required data-autofocus />
        <Select
          {...form.getInputProps('severity')}
          label={t('draw.severity')}
          allowDeselect={false}
          data={HazardSeverity.options.map((value) => ({ value, label: t(`severity.${value}`) }))}
        />
        <DateTimeInput {...form.getInputProps('validFrom')} label={t('draw.validFrom')} required />
        <DateTimeInput {...form.getInputProps('validTo')} label={t('draw.validTo')} required />
        <WholeRow>
          <div id={idOf('area.ring')} tabIndex={-1}>
            <LineEditor
              label={t('draw.area')}
              mode="polygon"
              value={points}
              onChange={(next) => form.setFieldValue('points', next)}
              context={marks}
              error={typeof areaError === 'string' ? areaError : undefined}
            />
          </div>
        </WholeRow>
        <WholeRow>
          <Textarea {...form.getInputProps('note')} label={t('draw.note')} autosize minRows={2} />
        </WholeRow>
      </FormGrid>
      <FormActions>
        <Button type="submit" loading={isSubmitting}>
          {t('draw.save')}
        </Button>
      </FormActions>
    </FormShell>
  );
}
