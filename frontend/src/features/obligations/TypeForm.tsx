import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { RECURRENCES } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import type { ApiForm } from '../../shared/forms/index.ts';
import {
  FieldErrors,
  FormGrid,
  FormShell,
  NameFields,
  QuantityInput,
  SaveButtons,
  WholeRow,
} from '../../shared/ui/index.ts';
import type { TypeValues } from './type-values.ts';

type TypeFormProps = ApiForm<TypeValues> & {
  labels: Readonly<Record<string, string>>;
  isNew?: boolean;
  onCancel: () => void;
};

/** A rule: what is owed, when, and what follows where it does not come. */
export function TypeForm({ labels, isNew = false, onCancel, ...api }: TypeFormProps) {
  const { t } = useTranslation('obligations');
  const { form, submit, isSubmitting, failure } = api;
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <NameFields form={form} />
        {isNew && (
          <TextInput
            {...form.getInputProps('key')}
            label={labels['key']}
            description={t('rules.keyHint')}
            required
            dir="ltr"
          />
        )}
        <ScheduleFields form={form} labels={labels} />
        <QuantityInput
          {...form.getInputProps('graceDays')}
          label={labels['graceDays']}
          description={t('rules.graceHint')}
          required
        />
        <WholeRow>
          <Textarea {...form.getInputProps('documentsAr')} label={labels['documentsAr']} dir="rtl" autosize />
        </WholeRow>
        <WholeRow>
          <Textarea {...form.getInputProps('documentsEn')} label={labels['documentsEn']} dir="ltr" autosize />
        </WholeRow>
        <WholeRow>
          <Checkbox
            {...form.getInputProps('blocksPledges', { type: 'checkbox' })}
            label={labels['blocksPledges']}
            description={t('rules.blocksHint')}
          />
        </WholeRow>
        <WholeRow>
          <Checkbox
            {...form.getInputProps('isActive', { type: 'checkbox' })}
            label={labels['isActive']}
            description={t('rules.isActiveHint')}
          />
        </WholeRow>
      </FormGrid>
      <SaveButtons label={t('action.save')} isSubmitting={isSubmitting} onCancel={onCancel} />
    </FormShell>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

function ScheduleFields({ form, labels }: Pick<TypeFormProps, 'form' | 'labels'>) {
  const { t } = useTranslation('obligations');
  const { monthName } = useMonthNames();
  const { kind } = form.getValues().schedule;
  return (
    <>
      <Select
        {...form.getInputProps('schedule.kind')}
        label={labels['schedule']}
        allowDeselect={false}
        required
        data={RECURRENCES.map((value) => ({ value, label: t(`recurrence.${value}`) }))}
      />
      {kind === 'yearly' && (
        <>
          <Select
            {...form.getInputProps('schedule.month')}
            label={labels['schedule.month']}
            allowDeselect={false}
            required
            data={MONTHS.map((month) => ({ value: String(month), label: monthName(month) }))}
          />
          <QuantityInput {...form.getInputProps('schedule.day')} label={labels['schedule.day']} required />
        </>
      )}
      {(kind === 'after_fiscal_year' || kind === 'once') && (
        <QuantityInput
          {...form.getInputProps('schedule.months')}
          label={labels['schedule.months']}
          required
        />
      )}
      {kind === 'licence' && (
        <QuantityInput {...form.getInputProps('schedule.years')} label={labels['schedule.years']} required />
      )}
    </>
  );
}

/** Syrian names of the months, without a year. */
function useMonthNames() {
  const { month, digits } = useFormat();
  const monthName = (number: number) =>
    month(`2024-${String(number).padStart(2, '0')}`)
      .replace(digits('2024'), '')
      .trim();
  return { monthName };
}
