import { Button, Select, TextInput } from '@mantine/core';
import { AssociationKind } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '../../shared/forms/index.ts';
import {
  DayInput,
  DialogActions,
  FieldErrors,
  FormGrid,
  FormShell,
  QuantityInput,
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
        <TextInput
          data-autofocus
          label={t('form.nameAr')}
          required
          dir="rtl"
          lang="ar"
          {...form.getInputProps('nameAr')}
        />
        <TextInput label={t('form.nameEn')} required dir="ltr" lang="en" {...form.getInputProps('nameEn')} />
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
      <DialogActions>
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={isSubmitting}>
          {t('form.save')}
        </Button>
      </DialogActions>
    </FormShell>
  );
}
