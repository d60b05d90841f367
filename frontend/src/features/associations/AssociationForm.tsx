import { Select, TextInput } from '@mantine/core';
import { AssociationKind } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '../../shared/forms/index.ts';
import {
  DayInput,
  FieldErrors,
  FormGrid,
  FormShell,
  NameFields,
  QuantityInput,
  SaveButtons,
} from '../../shared/ui/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import type { AssociationValues } from './association-values.ts';

type AssociationFormProps = Omit<ApiForm<AssociationValues>, 'idOf'> & {
  /** The act of declaration is entered once and does not change here. */
  isSaved?: boolean;
  onCancel: () => void;
};

export function AssociationForm(props: AssociationFormProps) {
  const { form, submit, isSubmitting, failure, isSaved = false, onCancel } = props;
  const { t } = useTranslation('associations');
  const governorates = useGovernorateChoices();
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <NameFields form={form} />
        <Select
          label={t('form.kind')}
          required
          allowDeselect={false}
          data={AssociationKind.options.map((value) => ({ value, label: t(`associationKind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('form.governorate')}
          required
          searchable
          allowDeselect={false}
          data={governorates}
          {...form.getInputProps('governorateCode')}
        />
        {!isSaved && (
          <>
            <QuantityInput
              label={t('form.declarationNumber')}
              required
              {...form.getInputProps('declarationNumber')}
            />
            <DayInput label={t('form.declaredOn')} required {...form.getInputProps('declaredOn')} />
          </>
        )}
        <TextInput label={t('form.contactName')} {...form.getInputProps('contactName')} />
        <TextInput
          label={t('form.contactPhone')}
          type="tel"
          dir="ltr"
          {...form.getInputProps('contactPhone')}
        />
      </FormGrid>
      <SaveButtons label={t('form.save')} isSubmitting={isSubmitting} onCancel={onCancel} />
    </FormShell>
  );
}
