import { Select, TextInput } from '@mantine/core';
import { listObligationTypes, openObligation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { calendarDay, toLatinDigits, useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { DayInput, Dialog, FieldErrors, FormShell, notifyDone, SaveButtons } from '../../shared/ui/index.ts';

type OpenDialogProps = { associationId: string; onClose: () => void };

/** Asks one association for what no rule asks for by itself. */
export function OpenDialog({ associationId, onClose }: OpenDialogProps) {
  const { t } = useTranslation('obligations');
  const { name } = useFormat();
  const { data: types = [] } = useApiQuery(listObligationTypes, {});
  const labels = { typeId: t('column.what'), period: t('open.period'), dueOn: t('column.dueOn') };
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: openObligation,
    target: { params: { associationId } },
    initialValues: {
      typeId: null as string | null,
      period: calendarDay(new Date()).slice(0, 4),
      dueOn: null as string | null,
    },
    labels,
    toBody: (values) => ({ ...values, period: toLatinDigits(values.period).trim() }),
    onDone: async () => {
      await invalidateWork(queryClient, ['obligations']);
      notifyDone(t('open.done'));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('open.title')}>
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <Select
          {...form.getInputProps('typeId')}
          label={labels.typeId}
          required
          data={types.map((type) => ({ value: type.id, label: name(type) }))}
        />
        <TextInput
          {...form.getInputProps('period')}
          label={labels.period}
          required
          inputMode="numeric"
          maxLength={4}
        />
        <DayInput {...form.getInputProps('dueOn')} label={labels.dueOn} required />
        <SaveButtons label={t('open.send')} isSubmitting={isSubmitting} onCancel={onClose} />
      </FormShell>
    </Dialog>
  );
}
