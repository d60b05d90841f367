import { Select, TextInput } from '@mantine/core';
import { ITEM_CATEGORIES, ItemUnit, Packaging } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
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
import type { ItemValues } from './item-values.ts';

type ItemFormProps = Omit<ApiForm<ItemValues>, 'idOf'> & {
  /** Code and unit are fixed once an item is saved. */
  isSaved?: boolean;
  onCancel: () => void;
};

export function ItemForm({ form, submit, isSubmitting, failure, isSaved = false, onCancel }: ItemFormProps) {
  const { t } = useTranslation('items');
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <NameFields form={form} />
        <TextInput
          label={t('form.code')}
          description={t(isSaved ? 'form.fixed' : 'form.codeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          dir="ltr"
          disabled={isSaved}
          {...form.getInputProps('code')}
        />
        <Select
          label={t('form.unit')}
          required
          allowDeselect={false}
          disabled={isSaved}
          data={ItemUnit.options.map((value) => ({ value, label: t(`unit.${value}`) }))}
          {...form.getInputProps('unit')}
        />
        <Select
          label={t('form.category')}
          required
          allowDeselect={false}
          data={ITEM_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
          {...form.getInputProps('category')}
        />
        <Select
          label={t('form.packaging')}
          required
          allowDeselect={false}
          data={Packaging.options.map((value) => ({ value, label: t(`packaging.${value}`) }))}
          {...form.getInputProps('packaging')}
        />
        <QuantityInput label={t('form.unitWeightG')} required {...form.getInputProps('unitWeightG')} />
        <QuantityInput label={t('form.unitVolumeMl')} required {...form.getInputProps('unitVolumeMl')} />
        <QuantityInput label={t('form.unitsPerPack')} required {...form.getInputProps('unitsPerPack')} />
      </FormGrid>
      <WholeRow>
        <SaveButtons label={t('form.save')} isSubmitting={isSubmitting} onCancel={onCancel} />
      </WholeRow>
    </FormShell>
  );
}
