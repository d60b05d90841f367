import { Select, Textarea } from '@mantine/core';
import { addDays, grantPledgeOverride, LIMITS, listAssociationNames } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { DayInput, Dialog, FieldErrors, FormShell, notifyDone, SaveButtons } from '../../shared/ui/index.ts';

type GrantDialogProps = {
  /** Chosen in the dialog when left out. */
  associationId?: string;
  onClose: () => void;
};

/** Lets an association pledge for a while although something is overdue. */
export function GrantDialog({ associationId, onClose }: GrantDialogProps) {
  const { t } = useTranslation('obligations');
  const [chosen, setChosen] = useState(associationId ?? '');
  return (
    <Dialog opened onClose={onClose} title={t('overrides.grantTitle')}>
      {!associationId && <AssociationSelect value={chosen} onChange={setChosen} />}
      {chosen !== '' && <GrantForm key={chosen} associationId={chosen} onClose={onClose} />}
    </Dialog>
  );
}

function AssociationSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation('obligations');
  const { name } = useFormat();
  const { data = [] } = useApiQuery(listAssociationNames, {});
  return (
    <Select
      label={t('column.association')}
      required
      searchable
      allowDeselect={false}
      data={data.map((association) => ({ value: association.id, label: name(association) }))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}

function GrantForm({ associationId, onClose }: Required<GrantDialogProps>) {
  const { t } = useTranslation('obligations');
  const today = calendarDay(new Date());
  const labels = { reason: t('form.reason'), endsOn: t('overrides.endsOn') };
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: grantPledgeOverride,
    target: { params: { associationId } },
    initialValues: { reason: '', endsOn: addDays(today, 30) as string | null },
    labels,
    onDone: async () => {
      await invalidateWork(queryClient, ['obligations']);
      notifyDone(t('overrides.granted'));
      onClose();
    },
  });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <Textarea {...form.getInputProps('reason')} label={labels.reason} required autosize minRows={2} />
      <DayInput
        {...form.getInputProps('endsOn')}
        label={labels.endsOn}
        required
        minDate={today}
        maxDate={addDays(today, LIMITS.overrideDaysMax)}
      />
      <SaveButtons label={t('overrides.grant')} isSubmitting={isSubmitting} onCancel={onClose} />
    </FormShell>
  );
}
