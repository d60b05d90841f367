import { SimpleGrid, Textarea } from '@mantine/core';
import type { OutputKind } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '../../shared/forms/index.ts';
import { QuantityInput, type QuantityValue } from '../../shared/ui/index.ts';
import { useOutputWords } from './useOutputWords.ts';

export type CountValues = {
  quantity: QuantityValue;
  people: QuantityValue;
  households: QuantityValue;
  note: string;
};

export const NO_COUNTS: CountValues = { quantity: '', people: '', households: '', note: '' };

/** Households that nobody counted are said to be unknown, not none. */
export function countsIn({ households, ...counts }: CountValues) {
  return { ...counts, households: households === '' ? null : households };
}

export function useCountLabels() {
  const { t } = useTranslation('outputs');
  return {
    quantity: t('form.quantity'),
    people: t('form.people'),
    households: t('form.households'),
    note: t('form.note'),
  };
}

type CountFieldsProps<Values extends CountValues> = {
  form: ApiForm<Values>['form'];
  kind: OutputKind | null;
};

/** How much, and how many it reached. */
export function CountFields<Values extends CountValues>({ form, kind }: CountFieldsProps<Values>) {
  const labels = useCountLabels();
  const { t } = useTranslation('outputs');
  const words = useOutputWords();
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <QuantityInput
          label={kind ? words.kind(kind) : labels.quantity}
          required
          {...form.getInputProps('quantity')}
        />
        <QuantityInput label={labels.people} required {...form.getInputProps('people')} />
        <QuantityInput
          label={labels.households}
          placeholder={t('form.householdsUnknown')}
          {...form.getInputProps('households')}
        />
      </SimpleGrid>
      <Textarea label={labels.note} autosize minRows={1} {...form.getInputProps('note')} />
    </>
  );
}
