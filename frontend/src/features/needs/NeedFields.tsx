import { Select, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Priority } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { DateTimeInput, QuantityInput, type QuantityValue, WholeRow } from '../../shared/ui/index.ts';

/** What a new need and a changed one have in common. */
export type NeedValues = {
  quantity: QuantityValue;
  neededBy: string | null;
  priority: string;
  households: QuantityValue;
  note: string;
};

/** As the endpoints take them: an empty number of households is none. */
export function toNeedBody({ priority, households, ...values }: NeedValues) {
  return { ...values, priority: Number(priority), households: households === '' ? null : households };
}

const PRIORITIES: readonly Priority[] = [1, 2, 3];
const BELOW = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

type NeedFieldsProps<Values extends NeedValues> = {
  form: UseFormReturnType<Values>;
  /** Word of the item's unit, once an item is chosen. */
  unit?: string | undefined;
};

export function NeedFields<Values extends NeedValues>({ form, unit }: NeedFieldsProps<Values>) {
  const { t } = useTranslation('needs');
  return (
    <>
      <QuantityInput
        label={t('form.quantity')}
        required
        {...(unit && { unit })}
        {...form.getInputProps('quantity')}
      />
      <DateTimeInput label={t('form.neededBy')} required {...form.getInputProps('neededBy')} />
      <Select
        label={t('form.priority')}
        required
        allowDeselect={false}
        data={PRIORITIES.map((level) => ({
          value: String(level),
          label: `${level} — ${t(`priority.${level}`)}`,
        }))}
        {...form.getInputProps('priority')}
      />
      <QuantityInput
        label={t('form.households')}
        description={t('form.householdsHint')}
        inputWrapperOrder={BELOW}
        {...form.getInputProps('households')}
      />
      <WholeRow>
        <Textarea label={t('form.note')} autosize minRows={2} {...form.getInputProps('note')} />
      </WholeRow>
    </>
  );
}

/** Labels of the shared fields, for the summary of faults. */
export function useNeedLabels() {
  const { t } = useTranslation('needs');
  return {
    quantity: t('form.quantity'),
    neededBy: t('form.neededBy'),
    priority: t('form.priority'),
    households: t('form.households'),
    note: t('form.note'),
  };
}
